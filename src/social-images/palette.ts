import { readFileSync } from 'node:fs';

/** Colours of a picture, `#rrggbb`. */
export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly hairline: string;
  readonly tick: string;
  readonly signal: string;
}

const tokens = new URL('../styles/tokens.css', import.meta.url);

/**
 * The site's own colours, as `src/styles/tokens.css` has them.
 *
 * @throws {Error} when it has no such colour.
 */
export function readPalette(scheme: 'light' | 'dark', source = readFileSync(tokens, 'utf8')): Palette {
  const colour = (name: string): string => {
    const [, light, dark] =
      new RegExp(`--${name}:\\s*light-dark\\((#[\\da-f]{6}),\\s*(#[\\da-f]{6})\\)`, 'iu').exec(source) ?? [];
    const found = scheme === 'light' ? light : dark;
    if (found === undefined) throw new Error(`src/styles/tokens.css has no colour --${name}.`);
    return found;
  };
  return {
    paper: colour('paper'),
    ink: colour('ink'),
    inkSoft: colour('ink-soft'),
    hairline: colour('hairline'),
    tick: colour('tick'),
    signal: colour('signal'),
  };
}
