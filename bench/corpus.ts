/**
 * Writes a folder of made-up articles, always the same for the same options: what generators are timed with.
 *
 * `node bench/corpus.ts --out FOLDER [--articles 1000] [--kind mixed|math|code] [--mdx 0.1] [--en 0.2] [--seed 1]`
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { randomFrom } from '../src/models/random.ts';
import { codeBlock, formula, paragraph, title, topics } from './corpus-text.ts';

/** Formulas and code blocks of one article, by its kind. */
export const kinds = {
  mixed: { formulas: 25, blocks: 4 },
  math: { formulas: 120, blocks: 1 },
  code: { formulas: 4, blocks: 20 },
} as const;

export interface CorpusOptions {
  readonly articles: number;
  readonly kind?: keyof typeof kinds;
  /** Share of articles in MDX, 0 to 1. */
  readonly mdx?: number;
  /** Share of articles in English, 0 to 1. */
  readonly english?: number;
  readonly seed?: number;
}

/** A file of the corpus. */
export interface CorpusArticle {
  readonly slug: string;
  readonly isMdx: boolean;
  /** The title, also in the front matter. */
  readonly title: string;
  /** The whole file. */
  readonly text: string;
}

const pick = <Item>(random: () => number, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

const dayOf = (index: number): string =>
  new Date(Date.UTC(2016, 0, 1) + (index % 3600) * 86_400_000).toISOString().slice(0, 10);

/** One article: front matter, five sections, its formulas half in lines and half displayed, its code. */
function article(index: number, options: CorpusOptions): CorpusArticle {
  const { articles, kind = 'mixed', mdx = 0, english = 0, seed = 1 } = options;
  const random = randomFrom(seed * 1_000_003 + index);
  const language = random() < english ? 'en' : 'zh';
  const isMdx = random() < mdx;
  const { formulas, blocks } = kinds[kind];
  const slug = `article-${String(index)}`;
  const own = title(random, language, index);
  const sections = 5;
  let inline = Math.ceil(formulas / 2);
  let displayed = formulas - inline;
  let code = blocks;
  const lines = [
    '---',
    `title: ${JSON.stringify(own)}`,
    `date: ${dayOf(index)}`,
    `description: ${JSON.stringify(paragraph(random, language, []))}`,
    `tags: [${[pick(random, topics), pick(random, topics)].filter((tag, at, all) => all.indexOf(tag) === at).join(', ')}]`,
    '---',
    '',
  ];
  for (let section = 0; section < sections; section += 1) {
    const left = sections - section;
    lines.push(`## ${title(random, language, section)}`, '');
    for (let place = 0; place < 3; place += 1) {
      const here = Math.ceil(inline / (left * 3 - place));
      inline -= here;
      lines.push(
        paragraph(
          random,
          language,
          Array.from({ length: here }, () => formula(random, index, 'inline')),
        ),
        '',
      );
    }
    for (let here = Math.ceil(displayed / left); here > 0; here -= 1, displayed -= 1)
      lines.push('$$', formula(random, index, 'display'), '$$', '');
    for (let here = Math.ceil(code / left); here > 0; here -= 1, code -= 1)
      lines.push(codeBlock(random, index), '');
    const neighbour = Math.floor(random() * articles);
    lines.push(`[${title(random, language, neighbour)}](../article-${String(neighbour)}/zh.md)`, '');
  }
  return { slug, isMdx, title: own, text: lines.join('\n') };
}

/** The articles of a corpus, one after the other. */
export function* corpus(options: CorpusOptions): Generator<CorpusArticle> {
  for (let index = 0; index < options.articles; index += 1) yield article(index, options);
}

/** Writes a corpus as Downlink's content folder: `posts/<slug>/zh.md`. */
export function writeCorpus(folder: string, options: CorpusOptions): void {
  for (const { slug, isMdx, text } of corpus(options)) {
    const own = path.join(folder, 'posts', slug);
    mkdirSync(own, { recursive: true });
    writeFileSync(path.join(own, isMdx ? 'zh.mdx' : 'zh.md'), text);
  }
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      out: { type: 'string' },
      articles: { type: 'string', default: '1000' },
      kind: { type: 'string', default: 'mixed' },
      mdx: { type: 'string', default: '0' },
      en: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.out === undefined || !(values.kind in kinds)) {
    process.stderr.write(
      'node bench/corpus.ts --out FOLDER [--articles N] [--kind mixed|math|code] [--mdx S] [--en S]\n',
    );
    process.exit(2);
  }
  writeCorpus(values.out, {
    articles: Number(values.articles),
    kind: values.kind as keyof typeof kinds,
    mdx: Number(values.mdx),
    english: Number(values.en),
    seed: Number(values.seed),
  });
}
