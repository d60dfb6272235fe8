import {
  bundledLanguages,
  bundledLanguagesAlias,
  createCssVariablesTheme,
  createHighlighter,
  createJavaScriptRegexEngine,
  type Highlighter,
  type ThemedToken,
} from 'shiki';

/** A code block to be highlighted. */
export interface CodeRequest {
  readonly code: string;
  /** A name for which {@link knownLanguage} answers. */
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

const plain = new Set(['text', 'txt', 'plain', 'plaintext', 'ansi', 'output', 'console-output']);

let highlighter: Promise<Highlighter> | undefined;

/** Names that a fence may bear, for suggestions. */
export const languageNames = (): string[] => [
  ...Object.keys(bundledLanguages),
  ...Object.keys(bundledLanguagesAlias),
];

/** The language's own name for a fence's, `py` → `python`; nothing where nobody knows it. */
export function knownLanguage(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (lower === '' || plain.has(lower)) return 'text';
  return Object.hasOwn(bundledLanguages, lower) || Object.hasOwn(bundledLanguagesAlias, lower)
    ? lower
    : undefined;
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/gu, (sign) => escapes[sign] ?? sign);

/** `var(--shiki-token-keyword)` → `keyword`; nothing for the ordinary colour. */
const tokenKind = (color: string | undefined): string | undefined =>
  /^var\(--shiki-token-([\w-]+)\)$/u.exec(color ?? '')?.[1];

function tokenHtml({ content, color }: ThemedToken): string {
  const kind = tokenKind(color);
  return kind === undefined || content.trim() === ''
    ? escapeHtml(content)
    : `<span class="t-${kind}">${escapeHtml(content)}</span>`;
}

async function tokenize(code: string, language: string): Promise<ThemedToken[][]> {
  highlighter ??= createHighlighter({
    themes: [theme],
    langs: [],
    engine: createJavaScriptRegexEngine({ forgiving: true }),
  });
  const shiki = await highlighter;
  if (language !== 'text' && !shiki.getLoadedLanguages().includes(language)) {
    await shiki.loadLanguage(language as keyof typeof bundledLanguages);
  }
  return shiki.codeToTokensBase(code, { lang: language as 'text', theme });
}

/**
 * Highlights a code block once for both themes: tokens get classes (`t-keyword`), whose colours are
 * custom properties of the stylesheet. No inline style.
 */
export async function highlight({ code, language, title }: CodeRequest): Promise<CodeRendition> {
  const lines = await tokenize(code, language);
  const body = lines.map((tokens) => tokens.map(tokenHtml).join('')).join('\n');
  const label = language === 'text' ? '' : `<span class="code-language">${escapeHtml(language)}</span>`;
  const caption = title === undefined ? '' : `<span class="code-title">${escapeHtml(title)}</span>`;
  const head = label || caption ? `<figcaption>${caption}${label}</figcaption>` : '';
  return {
    kind: 'code',
    html: `<figure class="code">${head}<pre tabindex="0"><code translate="no">${body}</code></pre></figure>`,
    text: code,
  };
}
