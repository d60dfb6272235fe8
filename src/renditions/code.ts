import {
  type bundledLanguages,
  createCssVariablesTheme,
  createHighlighter,
  createOnigurumaEngine,
  type Highlighter,
  type ThemedToken,
} from 'shiki';
import { escapeHtml } from '../escape-html.ts';
import { type CodeLines, linesHtml } from './code-html.ts';
import { findLanguage } from './code-languages.ts';
import { rememberLines } from './remember-lines.ts';

/** A code block to be highlighted. */
export interface CodeRequest extends CodeLines {
  readonly code: string;
  /** Name of a grammar, as `findLanguage` gives it. */
  readonly language: string;
  readonly title?: string | undefined;
}

/** One highlighted code block. */
export interface CodeRendition {
  readonly kind: 'code';
  readonly html: string;
  /** The code itself, for search. */
  readonly text: string;
}

const theme = createCssVariablesTheme({ name: 'downlink', fontStyle: false });

/** Characters of a line beyond which it is not highlighted: a grammar may take seconds over it. */
const longestLine = 10_000;

/** Milliseconds after which the rest of a line is left as it is. */
const longestTime = 5_000;

let highlighter: Promise<Highlighter> | undefined;

async function tokenize(code: string, language: string): Promise<ThemedToken[][]> {
  highlighter ??= createHighlighter({
    themes: [theme],
    langs: [],
    // The one written in JavaScript leaves parts of some grammars out, C++ among them.
    engine: createOnigurumaEngine(import('shiki/wasm')),
  });
  const shiki = await highlighter;
  if (language !== 'text' && !shiki.getLoadedLanguages().includes(language)) {
    await shiki.loadLanguage(language as keyof typeof bundledLanguages);
  }
  if (language !== 'text') rememberLines(shiki.getLanguage(language));
  return shiki.codeToTokensBase(code, {
    lang: language as 'text',
    theme,
    tokenizeMaxLineLength: longestLine,
    // Shiki's own limit is so short that a busy machine highlights a line only in part.
    tokenizeTimeLimit: longestTime,
  });
}

/**
 * Highlights a code block once for both themes: tokens get classes (`t-keyword`), whose colours are
 * custom properties of the stylesheet. No inline style.
 */
export async function highlight(request: CodeRequest): Promise<CodeRendition> {
  const { code, language, title, firstLine, marks = [] } = request;
  const body = linesHtml(await tokenize(code, language), request);
  const name = findLanguage(language)?.name ?? '';
  const label = name === '' ? '' : `<span class="code-language">${escapeHtml(name)}</span>`;
  const caption = title === undefined ? '' : `<span class="code-title">${escapeHtml(title)}</span>`;
  const head = label || caption ? `<figcaption>${caption}${label}</figcaption>` : '';
  const has = (kind: string): boolean => marks.some((mark) => mark.kind === kind);
  const classes = [
    'code',
    ...(firstLine === undefined ? [] : ['has-numbers']),
    ...(language === 'shellsession' ? ['is-session'] : []),
    ...(has('focus') ? ['has-focus'] : []),
    ...(has('add') || has('remove') ? ['has-diff'] : []),
  ].join(' ');
  return {
    kind: 'code',
    html: `<figure class="${classes}">${head}<pre tabindex="0"><code translate="no">${body}</code></pre></figure>`,
    text: code,
  };
}
