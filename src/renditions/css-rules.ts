/** A rule of a stylesheet without nested rules. */
export interface CssRule {
  readonly selectors: readonly string[];
  /** Values by property; of a property written twice, the last. */
  readonly declarations: Readonly<Record<string, string>>;
  /** What stands between the braces. */
  readonly body: string;
}

const rule = /([^{}]+)\{([^{}]*)\}/gu;

/** The rules of a flat stylesheet, such as KaTeX's, in their order. */
export function readRules(css: string): CssRule[] {
  return [...css.replace(/\/\*.*?\*\//gsu, '').matchAll(rule)].map(([, head = '', body = '']) => {
    const declarations = body.split(';').flatMap((line) => {
      const [, property, value] = /^\s*([\w-]+)\s*:\s*(.*\S)\s*$/su.exec(line) ?? [];
      return property && value ? [[property, value] as const] : [];
    });
    const selectors = head.split(',').map((selector) => selector.trim());
    return { selectors, declarations: Object.fromEntries(declarations), body };
  });
}

/** A face that a stylesheet fetches. */
export interface CssFace {
  readonly family: string;
  readonly weight: number;
  readonly style: string;
  /** Its WOFF2 file, as the stylesheet writes it. */
  readonly url: string;
  /** `U+0020-007E, U+2212`; absent where the face is for all characters. */
  readonly unicodeRange: string | undefined;
}

const unquoted = (value = ''): string => value.replace(/^(["'])(.*)\1$/u, '$2');

/** The `@font-face` rules of a stylesheet that fetch a WOFF2 file; those of `local()` faces are none. */
export const readFaces = (css: string): CssFace[] =>
  readRules(css).flatMap(({ selectors, declarations }) => {
    const url = /url\(["']?([^"')]+\.woff2)["']?\)/u.exec(declarations.src ?? '')?.[1];
    if (selectors[0] !== '@font-face' || url === undefined) return [];
    return {
      family: unquoted(declarations['font-family']),
      weight: Number(declarations['font-weight'] ?? 400),
      style: declarations['font-style'] ?? 'normal',
      url,
      unicodeRange: declarations['unicode-range'],
    };
  });

/** A pattern for the characters of a `unicode-range`. */
export function patternOf(unicodeRange: string): RegExp {
  const ranges = unicodeRange.split(',').map((range) => {
    const [from = '', to = from] = range.trim().replace(/^U\+/iu, '').split('-');
    return `\\u{${from}}-\\u{${to}}`;
  });
  return new RegExp(`[${ranges.join('')}]`, 'gu');
}
