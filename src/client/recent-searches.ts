import { searchableText } from './search-urls.ts';
import { basePath } from './site-paths.ts';

const most = 8;

// Sites under different base paths share one storage.
const key = (): string => `recent-searches ${basePath()}`;

function write(texts: readonly string[]): void {
  try {
    if (texts.length === 0) localStorage.removeItem(key());
    else localStorage.setItem(key(), JSON.stringify(texts));
  } catch {
    // Storage may be forbidden or full; then nothing is remembered.
  }
}

/** What was searched last, newest first. Kept in this browser only; empty where storage is forbidden. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key()) ?? '[]');
    if (!Array.isArray(kept)) return [];
    const texts = kept.filter((entry) => typeof entry === 'string').map(searchableText);
    return [...new Set(texts)].filter((text) => text !== '').slice(0, most);
  } catch {
    return [];
  }
}

/** Puts a search first. One that differs from it in letter case only gives way. */
export function rememberSearch(typed: string): void {
  const text = searchableText(typed);
  if (text === '') return;
  const others = recentSearches().filter((other) => other.toLowerCase() !== text.toLowerCase());
  write([text, ...others].slice(0, most));
}

export function forgetSearch(text: string): void {
  write(recentSearches().filter((other) => other !== text));
}

export function forgetAllSearches(): void {
  write([]);
}
