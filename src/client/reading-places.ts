const key = 'reading-places';
/** Pages whose places are kept. */
const most = 50;

/** A page's path and the id of the section where it was left. */
type Place = readonly [path: string, id: string];

const isPlace = (value: unknown): value is Place =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'string');

function places(): Place[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isPlace) : [];
  } catch {
    return [];
  }
}

/**
 * Where this page was left, by the id of a section, and only for a reader who comes to its beginning: an
 * address that names a place wins, and so does the place that the browser itself goes back to.
 */
export function placeHere(): string | undefined {
  if (location.hash !== '' || new URLSearchParams(location.search).has('q')) return undefined;
  const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  if (visit?.type !== 'navigate') return undefined;
  return places().find(([path]) => path === location.pathname)?.[1];
}

/** Remembers in this browser where this page is left; without an id, that it was read to its end. */
export function rememberPlace(id: string | undefined): void {
  const others = places().filter(([path]) => path !== location.pathname);
  const all: Place[] = id === undefined ? others : [[location.pathname, id], ...others];
  try {
    localStorage.setItem(key, JSON.stringify(all.slice(0, most)));
  } catch {
    // Storage may be forbidden or full; then nothing is remembered.
  }
}
