import type { AstroComponentFactory } from 'astro/runtime/server/index.js';

type Sheets = Readonly<Record<string, string>>;

const files = import.meta.glob<AstroComponentFactory>(['./*/*.astro', '!./shared/*'], {
  eager: true,
  import: 'default',
});

const sheets: Sheets = import.meta.glob<string>('./*/*.css', {
  eager: true,
  query: '?inline',
  import: 'default',
});

/** `./float-format/FloatFormat.astro` → `FloatFormat` */
const nameOf = (path: string): string => path.replace(/^.*\/|\.astro$/gu, '');

/** Figures by the names that articles know them by. */
export const figureComponents: Readonly<Record<string, AstroComponentFactory>> = Object.fromEntries(
  Object.entries(files).map(([path, component]) => [nameOf(path), component]),
);

/** The rules that a page with these figures needs, the shared ones first. */
export function figureStyles(names: readonly string[]): string {
  if (names.length === 0) return '';
  const folders = Object.keys(files)
    .filter((path) => names.includes(nameOf(path)))
    .map((path) => path.replace(/\/[^/]*$/u, '/'));
  const own = Object.keys(sheets).filter((path) => folders.some((folder) => path.startsWith(folder)));
  return ['./shared/figures.css', ...own].map((path) => sheets[path] ?? '').join('');
}
