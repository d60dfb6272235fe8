import { bundledLanguagesInfo } from 'shiki/langs';

/** A language that a fence may name. */
export interface Language {
  /** Shiki's name of the grammar; `text` for plain text. */
  readonly id: string;
  /** Name for readers; empty for plain text. */
  readonly name: string;
}

const plainText: Language = { id: 'text', name: '' };

const plainNames = `text txt plain plaintext plain_text plain-text none nohighlight no-highlight raw ansi
  output out stdout result console-output pseudocode pseudo algorithm prototxt gitignore thrift sed`;

/** Names that authors write and Shiki does not know, by the grammar that fits. */
const alsoCalled: Readonly<Record<string, string>> = {
  python: 'pycon ipython cython pyx sage sagemath starlark bzl triton pytorch',
  cpp: 'c/c++ cuda cu cuh hip opencl cc cxx hpp',
  go: 'golang',
  javascript: 'node nodejs',
  shellscript: 'terminal commandline',
  bat: 'dos',
  matlab: 'octave',
  r: 'rscript',
  asm: 'assembly nasm masm armasm x86asm',
  llvm: 'mlir',
  diff: 'patch',
  ini: 'cfg conf config',
  json: 'ipynb',
  xml: 'xhtml svg rss',
  rst: 'eval_rst',
  sql: 'mysql postgresql postgres pgsql sqlite',
  pascal: 'delphi',
  'fortran-free-form': 'fortran',
};

const words = (text: string): string[] => text.split(/\s+/u);

/** Every name of every language, in lower case. */
const languages: ReadonlyMap<string, Language> = (() => {
  const known = new Map<string, Language>();
  for (const { id, name, aliases = [] } of bundledLanguagesInfo) {
    for (const alias of [id, ...aliases]) known.set(alias, { id, name });
  }
  for (const [id, names] of Object.entries(alsoCalled)) {
    const language = known.get(id);
    if (language) for (const name of words(names)) known.set(name, language);
  }
  for (const name of words(plainNames)) known.set(name, plainText);
  return known;
})();

/** Names that a fence may bear, for suggestions. */
export const languageNames = (): string[] => [...languages.keys()];

/**
 * The language that a fence names, in any case and with a version behind it; nothing where nobody
 * knows it.
 *
 * `py`, `Python`, `python3.11`, `language-python` → Python · `c++17` → C++ · `` → plain text
 */
export function findLanguage(name: string): Language | undefined {
  const lower = name.toLowerCase().replace(/^(?:\.|lang(?:uage)?-)/u, '');
  if (lower === '') return plainText;
  return languages.get(lower) ?? languages.get(lower.replace(/[-_]?v?\d+(?:\.\d+)*$/u, ''));
}
