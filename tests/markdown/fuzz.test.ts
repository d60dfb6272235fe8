import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Element } from 'hast';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { visit } from 'unist-util-visit';
import { describe, expect, it } from 'vitest';
import { processRenditions } from '../../src/renditions/shared.ts';
import { fillSlots } from '../../src/renditions/slot.ts';
import { randomFrom } from '../../src/models/random.ts';
import { compileFiles } from './compile-text.ts';

const posts = new URL('../../content/posts/', import.meta.url);

/** Paragraphs, lists, formulas and so on of the real articles, by article. */
const articles: readonly (readonly string[])[] = readdirSync(posts).map((slug) =>
  ['zh.md', 'zh.mdx']
    .map((file) => new URL(`${slug}/${file}`, posts))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
    .join('')
    .replace(/^---\n.*?\n---\n/su, '')
    .split(/\n{2,}/u),
);

/** What breaks parsers, and what must never reach a page. */
const tokens = [
  ...[
    '$',
    '$$',
    '\\(',
    '\\]',
    '`',
    '```',
    '~~~',
    '**',
    '_',
    '~~',
    '[',
    ']',
    '](',
    '![',
    '[^',
    '[^a]:',
    '{#',
    '}',
    '{',
  ],
  ...[
    '<',
    '>',
    '<!--',
    '-->',
    '<b',
    '</p>',
    '<p>',
    '<table>',
    '<td>',
    '<svg>',
    '<math>',
    '<textarea>',
    '<select>',
    '<pre>',
  ],
  ...[
    '<script>alert(1)</script>',
    '<SCRIPT/src=//a.example>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
  ],
  ...[
    '[x](javascript:alert(1))',
    '<a href="java\tscript:alert(1)">x</a>',
    '<iframe srcdoc="<script>1</script>">',
    '<style>*{}</style>',
  ],
  ...[
    '<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>',
    '<svg><title><a href="</title><img src=x onerror=1>">',
  ],
  ...[
    '<form action="//a.example"><button formaction="javascript:1">',
    '<a xlink:href="javascript:1">',
    '<base href="//a.example">',
  ],
  ...[
    '<span data-slot="mAAAAAAAAAAAAAAAA"></span>',
    '<!-- <span data-slot="cAAAAAAAAAAAAAAAA"></span> -->',
    '&lt;script&gt;',
    '&#60;b&#62;',
  ],
  ...[
    '\\frac{',
    '\\begin{aligned}',
    '\\end{aligned}',
    '\\def\\a{\\a}\\a',
    '\\href{javascript:1}{x}',
    '\\htmlStyle{a:b}{c}',
    '\\label{eq-x}',
    '@eq-x',
  ],
  ...[
    ':::',
    ':::tip',
    ':::figure{#fig-a onclick="x"}',
    ':num[1]{= 1 + }',
    '[@key]',
    '{% note %}',
    '??? x',
    '!!! x',
    '[[x]]',
    '==x==',
  ],
  ...[
    '%E4%B8',
    '![](%E4%B8.png)',
    '[x](%ZZ)',
    '[x](#%E0%A4%A)',
    '\0',
    '\u200B',
    '\uFEFF',
    '\u202E',
    '\uD800',
    '\r',
    '\t',
    '|',
    '|---|',
    '---',
    '===',
    '# ',
    '> ',
    '- ',
    '1. ',
    '    ',
  ],
];

function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error('Nothing to pick from.');
  return item;
}

/** One change to a text: delete, double, exchange, insert or cut. */
function mutate(text: string, random: () => number): string {
  const at = Math.floor(random() * (text.length + 1));
  const length = Math.floor(random() * random() * 40) + 1;
  const lines = text.split('\n');
  const line = Math.floor(random() * lines.length);
  switch (Math.floor(random() * 6)) {
    case 0:
      return text.slice(0, at) + text.slice(at + length);
    case 1:
      return text.slice(0, at + length) + text.slice(at, at + length) + text.slice(at + length);
    case 2:
      return (
        text.slice(0, at) +
        text.slice(at + length, at + 2 * length) +
        text.slice(at, at + length) +
        text.slice(at + 2 * length)
      );
    case 3:
      return lines.toSpliced(line, 1).join('\n');
    case 4:
      return lines.toSpliced(line, 0, pick(random, tokens)).join('\n');
    default:
      return text.slice(0, at) + pick(random, tokens) + text.slice(at);
  }
}

/** A few neighbouring blocks of an article with up to four changes. */
function mutant(seed: number): string {
  const random = randomFrom(seed);
  const blocks = pick(random, articles);
  const from = Math.floor(random() * blocks.length);
  let text = blocks.slice(from, from + 1 + Math.floor(random() * 3)).join('\n\n');
  for (let count = Math.floor(random() * 4); count >= 0; count -= 1) text = mutate(text, random);
  const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';
  return (random() < 0.05 ? mutate(head, random) : head) + text;
}

const activeTags = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'embed',
  'base',
  'meta',
  'link',
  'template',
]);

const forbidden = new Set(['style', 'srcDoc', 'dataOwn', 'dataSlot']);

/** What of an element would run, load from elsewhere, or be against the rules of the house. */
function dangerIn({ tagName, properties }: Element): string | undefined {
  if (activeTags.has(tagName)) return tagName;
  return Object.entries(properties).find(([name, value]) => {
    if (/^on/iu.test(name) || forbidden.has(name)) return true;
    if (!/^(?:href|src|xLinkHref|action|formAction|poster)$/u.test(name)) return false;
    return URL.parse(String(value), 'https://a.invalid/')?.protocol === 'javascript:';
  })?.[0];
}

/** Why a page must not look like that; empty for a good one. */
function faultsOf(html: string): string[] {
  // Throws at a slot that nothing fills.
  const filled = fillSlots(html, processRenditions(), () => '');
  const faults: string[] = [];
  visit(fromHtmlIsomorphic(filled, { fragment: true }), (node) => {
    if (node.type === 'comment') faults.push('comment');
    const danger = node.type === 'element' ? dangerIn(node) : undefined;
    if (danger !== undefined) faults.push(danger);
  });
  return faults;
}

/** Compiles mutants together, as the articles of one folder. */
async function compileMutants(seeds: readonly number[], extension: string) {
  const names = seeds.map((seed) => [`s${String(seed)}.${extension}`, mutant(seed)] as const);
  const { articles: compiled } = await compileFiles(Object.fromEntries(names));
  return compiled;
}

const batch = 250;
const batches = Array.from({ length: 20 }, (_, index) => index * batch);

describe('mutated articles', () => {
  it.each(batches)('as .md, from seed %i', { timeout: 120_000 }, async (first) => {
    const seeds = Array.from({ length: batch }, (_, index) => first + index);
    const compiled = await compileMutants(seeds, 'md');
    const bad = compiled
      .map(({ data, html }) => ({ slug: data.slug, faults: faultsOf(html ?? '') }))
      .filter(({ faults }) => faults.length > 0);
    expect(bad).toEqual([]);
    expect(compiled.length).toBeGreaterThan(batch * 0.9);
  });

  it('as .mdx', { timeout: 120_000 }, async () => {
    const seeds = Array.from({ length: batch }, (_, index) => 100_000 + index);
    expect((await compileMutants(seeds, 'mdx')).length).toBeGreaterThan(batch * 0.9);
  });
});
