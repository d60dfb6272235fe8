import { readFileSync } from 'node:fs';
import path from 'node:path';
import { articleWords } from '../markdown/article-words.ts';
import { noteFailure } from './failures.ts';
import Offence from './Offence.astro';

/** Characters of an article that are shown where it cannot be printed. */
const shownCharacters = 100_000;

interface Article {
  /** Path from the working directory, or an absolute one. */
  readonly file: string;
  readonly locale: string;
}

/**
 * What prints an article, and with which properties. Of an MDX article whose module cannot be run, such as one
 * that imports code that fails, that is its source with a mark.
 */
export async function contentOf<Content>(
  { file, locale }: Article,
  render: () => Promise<{ Content: Content }>,
): Promise<{ Content: Content; props: object }> {
  try {
    return { Content: (await render()).Content, props: {} };
  } catch (error) {
    const absolutePath = path.resolve(file);
    const source = readFileSync(absolutePath, 'utf8');
    const before = /^[^]*?^(?=import\s)/mu.exec(source)?.[0] ?? '';
    noteFailure({ file: absolutePath, line: before.split('\n').length, column: 1, length: 1 }, error);
    const { unreadable: title } = articleWords[/^zh\b/iu.test(locale) ? 'zh' : 'en'];
    const shown = source.slice(0, shownCharacters);
    return { Content: Offence as Content, props: { source: shown, title, isBlock: true } };
  }
}
