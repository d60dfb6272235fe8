import { entryOf } from './json-tree.ts';
import type { Notebook } from './notebook.ts';

/** Kernels whose names are not those of their languages. */
const kernels: Readonly<Record<string, string>> = {
  ir: 'r',
  ijavascript: 'javascript',
  javascript: 'javascript',
  deno: 'typescript',
  tslab: 'typescript',
  gophernotes: 'go',
  evcxr: 'rust',
  xcpp: 'cpp',
  cling: 'cpp',
  ihaskell: 'haskell',
  sagemath: 'python',
};

/** Magics of a whole cell, by the language that stands below them. */
const magics: Readonly<Record<string, string>> = {
  bash: 'bash',
  sh: 'bash',
  script: 'bash',
  html: 'html',
  HTML: 'html',
  javascript: 'javascript',
  js: 'javascript',
  latex: 'latex',
  markdown: 'markdown',
  svg: 'xml',
  SVG: 'xml',
  perl: 'perl',
  ruby: 'ruby',
  sql: 'sql',
  bigquery: 'sql',
  R: 'r',
  cython: 'python',
};

/**
 * The language of a notebook's code, as a fence may name it.
 *
 * `language_info.name: ipython` → `ipython` · a kernel `ir` → `r` · nothing said → `python`
 */
export function kernelLanguage({ file, metadata }: Notebook): string {
  const text = (...path: string[]): string => {
    const value = file.value(entryOf(metadata, ...path));
    return typeof value === 'string' ? value.trim() : '';
  };
  const kernel = text('kernelspec', 'name').toLowerCase();
  return (
    text('language_info', 'name') ||
    text('kernelspec', 'language') ||
    (kernels[kernel.replace(/[-_]?\d+(?:\.\d+)*$/u, '')] ?? (kernel || 'python'))
  ).replaceAll(/\s+/gu, '');
}

/**
 * The language of one cell: that of its magic, of the editor's note, or of the notebook.
 *
 * `%%bash` over the code → `bash`
 */
export function cellLanguage(firstLine: string, editorsNote: unknown, ofNotebook: string): string {
  const magic = /^%%(\w+)/u.exec(firstLine)?.[1] ?? '';
  if (Object.hasOwn(magics, magic)) return magics[magic] ?? ofNotebook;
  return typeof editorsNote === 'string' && editorsNote !== '' ? editorsNote : ofNotebook;
}
