import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');

/** A code block of the manual that shows how something is written. */
export interface Example {
  /** Page and line, for the name of a test. */
  readonly at: string;
  readonly language: string;
  readonly text: string;
  /** What stands on the page after it. */
  readonly after: string;
}

/** A page of the manual. */
export interface ManualPage {
  readonly file: string;
  readonly text: string;
  readonly examples: readonly Example[];
}

const fence = /^(?<marks>`{3,})(?<language>[a-z]+)[^\n`]*\n(?<text>.*?)\n?^\k<marks>$/gmsu;

function readPage(language: string, name: string): ManualPage {
  const file = `content/docs/${language}/${name}`;
  const text = readFileSync(path.join(root, file), 'utf8');
  const examples = [...text.matchAll(fence)].map((match) => ({
    at: `${language}/${name}:${String(text.slice(0, match.index).split('\n').length)}`,
    language: match.groups?.language ?? '',
    text: match.groups?.text ?? '',
    after: text.slice(match.index + match[0].length),
  }));
  return { file, text, examples };
}

/** The pages in a language, by their names. */
export const manualPages = (language: 'zh' | 'en'): Map<string, ManualPage> =>
  new Map(
    readdirSync(path.join(root, 'content/docs', language))
      .filter((name) => /\.mdx?$/u.test(name))
      .map((name) => [name, readPage(language, name)]),
  );
