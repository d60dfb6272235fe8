import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A formula without macros. */
export interface Sample {
  readonly tex: string;
  readonly display: boolean;
}

const posts = fileURLToPath(new URL('../../../content/posts/', import.meta.url));

/** Every different formula of the site's own articles. */
export function articleFormulas(): Sample[] {
  const found = new Map<string, Sample>();
  for (const file of globSync('*/zh.{md,mdx}', { cwd: posts }).toSorted()) {
    const source = readFileSync(path.join(posts, file), 'utf8').replace(/^```[^]*?^```/gmu, '');
    for (const [, block, inline] of source.matchAll(/\$\$([^]*?)\$\$|\$([^$\n]+)\$/gu)) {
      // The pipeline takes labels out before it renders.
      const tex = (block ?? inline ?? '').replace(/\\label\{[^}]*\}/gu, '').trim();
      const display = block !== undefined;
      found.set(`${String(display)} ${tex}`, { tex, display });
    }
  }
  return [...found.values()];
}

/** Numbers between 0 and 1, the same at every run. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const atoms =
  'a b x y W A B n k 0 1 2 3.14 42 \\alpha \\beta \\theta \\Omega \\infty \\ell \\nabla \\partial \\hbar \\emptyset \\dots \\cdots'.split(
    ' ',
  );
const relations =
  '= < > \\le \\ge \\ne \\approx \\sim \\in \\notin \\subset \\to \\mapsto \\Rightarrow \\propto \\mid'.split(
    ' ',
  );
const operations = '+ - \\cdot \\times \\pm \\otimes \\odot \\cup \\cap \\wedge / ,'.split(' ');
const accents = 'hat bar tilde vec dot ddot widehat widetilde overline underline overrightarrow'.split(' ');
const fonts = 'mathbf mathrm mathcal mathbb mathfrak mathsf mathtt boldsymbol mathscr'.split(' ');
const delimiters = [
  ['(', ')'],
  ['[', ']'],
  ['\\{', '\\}'],
  ['|', '|'],
  ['\\|', '\\|'],
  ['\\langle', '\\rangle'],
  ['\\lfloor', '\\rfloor'],
  ['\\lceil', '\\rceil'],
  ['.', '|'],
] as const;
const sizes = 'big Big bigg Bigg'.split(' ');
const sums = 'sum prod int oint bigcup max lim operatorname{argmax}'.split(' ');
const matrices = 'matrix pmatrix bmatrix vmatrix Bmatrix smallmatrix'.split(' ');
const colors = 'red blue #1a2b3c teal'.split(' ');
const texts = ['if', '若 x 为真', 'otherwise', '16 字节', 'a\\_b'];
const arrows = 'xrightarrow xleftarrow xRightarrow xleftrightarrow xhookrightarrow'.split(' ');

/**
 * Formulas made of everything that KaTeX lays out in a way of its own: fractions, scripts, roots,
 * accents, fonts, delimiters, matrices, alignments, cases, sums, arrows, braces, boxes, colours,
 * text, rules and sizes. The same ones at every run.
 */
export function generatedFormulas(count: number): Sample[] {
  const random = randomNumbers(20_260_101);
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  const some = (): string => {
    const terms = Array.from({ length: 1 + Math.floor(random() * 3) }, () => term(1));
    return terms.join(` ${one(operations)} `);
  };
  const rows = (depth: number, separator: string): string =>
    Array.from({ length: 2 }, () => `${term(depth)} ${separator} ${term(depth)}`).join(' \\\\ ');
  const shapes: ((depth: number) => string)[] = [
    (depth) => `\\frac{${term(depth)}}{${term(depth)}}`,
    (depth) => `\\${one(['dfrac', 'tfrac', 'binom', 'cfrac'])}{${term(depth)}}{${term(depth)}}`,
    (depth) => `{${term(depth)}}^{${term(depth)}}`,
    (depth) => `{${term(depth)}}_{${term(depth)}}`,
    (depth) => `${one(atoms)}_{${term(depth)}}^{${term(depth)}}`,
    (depth) => `${one(['a', 'f', 'W'])}'_{${term(depth)}}`,
    (depth) => `\\sqrt{${term(depth)}}`,
    (depth) => `\\sqrt[${one(['3', 'n'])}]{${term(depth)}}`,
    (depth) => `\\${one(accents)}{${term(depth)}}`,
    () => `\\${one(fonts)}{${one(['A', 'Bx', 'R', 'n'])}}`,
    (depth) => {
      const [left, right] = one(delimiters);
      return `\\left${left} ${term(depth)} \\right${right}`;
    },
    (depth) => `\\left( ${term(depth)} \\middle| ${term(depth)} \\right]`,
    (depth) => `\\${one(sizes)}l( ${term(depth)} \\${one(sizes)}r)`,
    (depth) => {
      const matrix = one(matrices);
      return `\\begin{${matrix}} ${rows(depth, '&')} \\end{${matrix}}`;
    },
    (depth) => `\\begin{array}{c|rl} ${rows(depth, '& 1 &')} \\\\ \\hline \\end{array}`,
    (depth) => `\\begin{aligned} ${rows(depth, '&=')} \\end{aligned}`,
    (depth) => `\\begin{cases} ${rows(depth, '& \\text{若 }')} \\end{cases}`,
    (depth) => `\\${one(sums)}_{${term(depth)}}^{${term(depth)}} ${term(depth)}`,
    (depth) => `\\sum\\limits_{\\substack{${term(depth)} \\\\ ${term(depth)}}}`,
    (depth) => `\\${one(arrows)}[${one(atoms)}]{${term(depth)}}`,
    (depth) => `\\${one(['overbrace', 'underbrace'])}{${term(depth)}}^{${one(atoms)}}_{${one(atoms)}}`,
    (depth) => `\\${one(['overset', 'underset', 'stackrel'])}{${one(atoms)}}{${term(depth)}}`,
    (depth) =>
      `\\${one(['boxed', 'cancel', 'bcancel', 'xcancel', 'phantom', 'fbox{$x$} \\smash'])}{${term(depth)}}`,
    (depth) => `\\textcolor{${one(colors)}}{${term(depth)}}`,
    (depth) => `{\\color{${one(colors)}} ${term(depth)}}`,
    (depth) => `\\colorbox{${one(colors)}}{$${term(depth)}$}`,
    (depth) => `\\fcolorbox{red}{${one(colors)}}{$${term(depth)}$}`,
    () => `\\text{${one(texts)}}`,
    () => `\\rule[${one(['-1mm', '0.2em'])}]{${one(['2mm', '1em'])}}{1ex}`,
    (depth) => `{\\${one(['tiny', 'small', 'Large', 'displaystyle', 'scriptstyle'])} ${term(depth)}}`,
    (depth) =>
      `${term(depth)} \\${one(['quad', 'qquad', ',', ';', '!', 'hspace{3mm}', 'kern2pt'])} ${term(depth)}`,
    (depth) => `${term(depth)} ${one(relations)} ${term(depth)}`,
    (depth) => `\\raisebox{0.3em}{$${term(depth)}$}`,
  ];
  const term = (depth: number): string =>
    depth >= 2 || random() < 0.35 ? one(atoms) : one(shapes)(depth + 1);
  return Array.from({ length: count }, (_, index) => {
    const shape = shapes[index % shapes.length]?.(1) ?? '';
    return { tex: `${shape} ${one(relations)} ${some()}`, display: index % 2 === 0 };
  });
}
