import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const styles = new URL('../styles/', import.meta.url);
const figures = new URL('../figures/', import.meta.url);
const read = (file: URL): string => readFileSync(file, 'utf8');

/** Custom properties that sheets set on the root, in light: `--ink` → `#211d17`. */
function rootValues(...sheets: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const sheet of sheets) {
    for (const [, name = '', value = ''] of sheet.matchAll(/(--[\w-]+):\s*([^;]+);/gu))
      if (!values.has(name)) values.set(name, value.replace(/\s+/gu, ' ').trim());
  }
  return values;
}

/** `a :is(b, c) d` → `a b d`, `a c d` */
function withoutIs(selector: string): string[] {
  const {
    before = '',
    inner,
    after = '',
  } = /^(?<before>.*?):is\((?<inner>[^()]*)\)(?<after>.*)$/su.exec(selector)?.groups ?? {};
  if (inner === undefined) return [selector];
  return inner.split(',').flatMap((one) => withoutIs(before + one.trim() + after));
}

/** Commas between selectors, and not those between parentheses. */
const selectorsOf = (list: string): string[] =>
  list.split(/,(?![^()]*\))/u).flatMap((selector) => withoutIs(selector.replace(/\s+/gu, ' ').trim()));

/**
 * A sheet as readers of books take it, of which many know neither layers nor custom properties nor two colour
 * schemes at once: rules for a screen, for what answers, and for classes that the book does not use are left out.
 *
 * `@layer a { p:is(.b, .c) { color: var(--ink); } }` → `p.b, p.c { color: #211d17; }`
 */
export function plainSheet(
  sheet: string,
  values: ReadonlyMap<string, string>,
  isUsed: (className: string) => boolean,
): string {
  let css = sheet
    .replace(/\/\*.*?\*\//gsu, '')
    .replace(/@import [^;]*;/gu, '')
    .replace(/^\s*@layer [\w.]+ \{(.*)\}\s*$/su, '$1')
    .replace(/@media [^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/gu, '');
  // A value may be made of others.
  for (let depth = 0; depth < 4; depth += 1)
    css = css.replace(/var\((--[\w-]+)\)/gu, (all, name: string) => values.get(name) ?? all);
  css = css.replace(/light-dark\(([^,()]+),[^()]+\)/gu, '$1');
  return [...css.matchAll(/([^{}]+)\{([^{}]*)\}/gu)]
    .flatMap(([, list = '', body = '']) => {
      const kept = selectorsOf(list).filter((selector) => {
        const classes = [...selector.matchAll(/\.([\w-]+)/gu)].map(([, name = '']) => name);
        return !/:(?:root|has|hover|focus|checked|disabled|not)/u.test(selector) && classes.every(isUsed);
      });
      return kept.length > 0 ? [`${kept.join(',\n')} {${body.replace(/\n\s*/gu, '\n  ').trimEnd()}\n}`] : [];
    })
    .join('\n\n');
}

/** Names of the figures that classes are of: `lora-memory-row` → `lora-memory`. */
function figuresIn(classes: readonly string[]): string[] {
  const folders = globSync('*/*.css', { cwd: figures }).map((file) => path.dirname(file));
  return folders
    .filter((name) => classes.some((one) => one === name || one.startsWith(`${name}-`)))
    .toSorted();
}

/** The sheet of a book: its own, and those of the figures that its chapters show. */
export function bookSheet(markup: string): string {
  const shared = read(new URL('shared/figures.css', figures));
  const values = rootValues(read(new URL('tokens.css', styles)), shared);
  const classes = new Set(
    [...markup.matchAll(/\sclass="([^"]*)"/gu)].flatMap(([, names = '']) => names.split(/\s+/u)),
  );
  const sheets = [
    read(new URL('book.css', import.meta.url)),
    read(new URL('code-colours.css', styles)),
    shared,
    ...figuresIn([...classes]).map((name) => read(new URL(`${name}/${name}.css`, figures))),
  ];
  return `${sheets.map((sheet) => plainSheet(sheet, values, (name) => classes.has(name))).join('\n\n')}\n`;
}
