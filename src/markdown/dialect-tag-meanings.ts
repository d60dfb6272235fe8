import { nearest } from '../diagnostics/nearest.ts';
import { keyOf, parseArguments, type TagArguments, wordsFrom } from './dialect-arguments.ts';
import { linkMeanings } from './dialect-link-tags.ts';
import {
  containerHead,
  detailsHead,
  type DialectContext,
  type DialectProblem,
  type Meaning,
  wordsOf,
} from './dialect-meaning.ts';
import { calloutOf, isCalloutType } from './dialect-names.ts';
import type { DialectTag } from './dialect-tag-scan.ts';

/** Reads a tag; nothing where its arguments are not those of such a tag. */
export type ReadTag = (args: TagArguments, tag: DialectTag, context: DialectContext) => Meaning | undefined;

const nothing: Meaning = { kind: 'pass' };

/** Words after the kind of a note that say how it looks. */
const look =
  /^(?:no-icon|simple|modern|flat|disabled|icon|fa[srbl]?\b.*|fa-.*|[a-z]+-fa.*|blue|red|green|orange|yellow|pink|purple|cyan|gr[ae]y)$/u;
const isOpenWord = (word: string | undefined): boolean => /^(?:open|true|1)$/iu.test(word ?? '');

/** `{% note info 标题 %}`, `{{< admonition type="tip" title="标题" open=false >}}`, `{{< hint info >}}` */
const callout: ReadTag = (args, tag, context) => {
  const words = args.words.map(({ text }) => text).filter((word) => !look.test(word));
  const own = isCalloutType(tag.name) && !/^(?:note|tip|hint|info)$/u.test(tag.name) ? tag.name : undefined;
  const [first = ''] = words;
  const named = keyOf(args, 'type', 'class', 'kind', 'style', 'level');
  const hasType = named === undefined && own === undefined && isCalloutType(first);
  const type = named ?? own ?? (hasType ? first : isCalloutType(tag.name) ? tag.name : first || 'note');
  const { name, title: fallback } = calloutOf(type, context.language);
  const rest = hasType || (!isCalloutType(tag.name) && named === undefined) ? words.slice(1) : words;
  const open = keyOf(args, 'open', 'collapse') ?? rest.find((word) => /^(?:true|false)$/u.test(word));
  const written = rest.filter((word) => !/^(?:true|false)$/u.test(word)).join(' ');
  const title = wordsOf(keyOf(args, 'title', 'heading', 'summary', 'header') ?? written, context) || fallback;
  if (open === 'false') return { kind: 'container', head: detailsHead(title, false) };
  return { kind: 'container', head: containerHead(name, title) };
};

/** `{{< details "标题" open >}}`, `{% folding cyan, 标题 %}`, `{% hideToggle 标题,bg,color %}` */
const details: ReadTag = (args, tag, context) => {
  const key = keyOf(args, 'title', 'summary', 'label', 'text', 'name');
  const isHexo = tag.family === 'liquid';
  const written = args.written
    .replace(/^["'](.*)["']$/u, '$1')
    .replace(/^(?:(?:open|red|orange|yellow|green|cyan|blue|purple|gray|grey)\s*[, ]\s*)+/u, '')
    .replace(/,.*$/u, '');
  const open = keyOf(args, 'open') ?? args.words.at(1)?.text;
  const title = key ?? (isHexo ? written : (args.words[0]?.text ?? ''));
  return { kind: 'container', head: detailsHead(wordsOf(title, context), isOpenWord(open)) };
};

/** `{% blockquote 作者, 出处 https://… 标题 %}`, `{{< quote author="作者" >}}` */
const quote: ReadTag = (args, _tag, context) => {
  const url = /https?:\/\/\S+/u.exec(args.written)?.[0];
  const author =
    keyOf(args, 'author', 'by') ?? args.written.replace(/\s*https?:\/\/.*$/su, '').replace(/^"|"$/gu, '');
  const title = url === undefined ? '' : args.written.slice(args.written.indexOf(url) + url.length).trim();
  const [name = '', ...source] = wordsOf(author, context).split(/\s*,\s*/u);
  const place = title || source.join(', ') || (url === undefined ? '' : url.replace(/^https?:\/\//u, ''));
  const link = url === undefined ? place : `[${place}](${url})`;
  return { kind: 'quote', source: [name, link].filter((part) => part !== '').join('，') };
};

const lineNumbers = (value: string | undefined): string =>
  value === undefined || /^(?:false|off)$/iu.test(value) ? '' : ' showLineNumbers';

/** `{% codeblock 标题 lang:python mark:1,3-5 %}`, `{% highlight python linenos %}` */
const code: ReadTag = (args, tag) => {
  const options = parseArguments(
    args.words.find(({ isQuoted }) => isQuoted)?.text.replaceAll(',', ' ') ?? '',
  );
  const named = keyOf(args, 'lang', 'language', 'type');
  const words = args.words.filter(({ text }) => !/^https?:/u.test(text)).map(({ text }) => text);
  const isCodeblock = tag.name === 'codeblock';
  const language = named ?? (isCodeblock ? 'text' : (words[0] ?? 'text'));
  const given = isCodeblock ? words.join(' ').replace(/^\[.*\]$/u, '') : undefined;
  const title = keyOf(args, 'title', 'filename') ?? given ?? '';
  // In options between quotes a blank parts the lines as well.
  const quotedLines = /hl_lines=\[?"?(?<list>[\d\s,-]+)/u.exec(args.written)?.groups?.list;
  const lines = (quotedLines ?? keyOf(args, 'hl_lines', 'mark', 'mark_lines'))?.trim().replace(/\s+/gu, ',');
  const numbers = words.includes('linenos') ? 'true' : (keyOf(args, 'linenos') ?? keyOf(options, 'linenos'));
  const shown = title === '' ? '' : ` title="${title.replaceAll('"', "'")}"`;
  const marked = lines === undefined || !/^[\d,-]+$/u.test(lines) ? '' : ` {${lines}}`;
  return { kind: 'code', info: `${language}${shown}${marked}${lineNumbers(numbers)}` };
};

const tab: ReadTag = (args, tag, context) => {
  // Jekyll names the group first, and Stellar says which tab is open.
  const isGrouped = tag.family === 'liquid' && args.words.length > 1;
  const written =
    tag.family === 'comment' ? args.written.replace(/@.*$/u, '') : wordsFrom(args, isGrouped ? 1 : 0);
  const title = wordsOf(keyOf(args, 'name', 'title', 'label', 'header') ?? written, context);
  return { kind: 'container', head: title === '' ? ':::tab' : `:::tab[${title.replace(/[[\]]/gu, '\\$&')}]` };
};

const cite: ReadTag = ({ words }) => {
  const keys = words.map(({ text }) => text.replace(/,$/u, '')).filter((key) => !key.startsWith('-'));
  return keys.length === 0
    ? undefined
    : { kind: 'inline', text: `[${keys.map((key) => `@${key}`).join('; ')}]` };
};

const calloutTags = 'note notice admonition callout alert hint tip warning info danger important'.split(' ');
const detailsTags = 'details folding hidetoggle spoiler expand collapse fold toggle'.split(' ');
const quoteTags = 'blockquote quote centerquote cq pullquote epigraph'.split(' ');

const alike = (names: readonly string[], read: ReadTag): Record<string, ReadTag> =>
  Object.fromEntries(names.map((name) => [name, read]));

/** Tags with an equal, by name; those of several programs share a name where they mean the same. */
const meanings: Readonly<Record<string, ReadTag>> = {
  ...alike(calloutTags, callout),
  ...alike(detailsTags, details),
  ...alike(quoteTags, quote),
  highlight: code,
  codeblock: code,
  code,
  mermaid: () => ({ kind: 'code', info: 'mermaid' }),
  mathjax: () => ({ kind: 'math' }),
  katex: () => ({ kind: 'math' }),
  math: () => ({ kind: 'math' }),
  tabs: () => ({ kind: 'container', head: ':::tabs' }),
  tab,
  cite,
  raw: () => nothing,
  verbatim: () => nothing,
  rawhtml: () => nothing,
  bibliography: () => nothing,
  toc: () => nothing,
  comment: () => ({ kind: 'hidden' }),
  ...linkMeanings,
};

/** Tags that do nothing without an end; the others say all with one tag. */
const paired = new Set([
  ...calloutTags,
  ...detailsTags,
  ...quoteTags,
  ...['tabs', 'tab', 'highlight', 'codeblock', 'code', 'mermaid', 'mathjax', 'math'],
  ...['raw', 'verbatim', 'comment'],
]);

/** A tag as its author knows it. */
const shown = ({ family, written }: DialectTag): string =>
  family === 'hugo' ? `{{< ${written} >}}` : `{% ${written} %}`;

function unknown(tag: DialectTag): DialectProblem {
  const meant = nearest(tag.name, Object.keys(meanings));
  return {
    message: `Nothing here is the equal of \`${shown(tag)}\`; only what stands inside of it is shown.`,
    hint:
      meant === undefined ? 'write it in Markdown, or as a block `:::note`' : `did you mean \`${meant}\`?`,
  };
}

/** What an opening tag, or one that stands alone, becomes. */
export function meaningOf(tag: DialectTag, context: DialectContext): Meaning {
  const read = Object.hasOwn(meanings, tag.name) ? meanings[tag.name] : undefined;
  if (!read) {
    // Their heads are reported; these only divide them.
    const isPart = /^(?:else|elsif|when)$/u.test(tag.name);
    return isPart ? nothing : { kind: 'pass', problem: unknown(tag) };
  }
  if (paired.has(tag.name) && !tag.partner) {
    const end = tag.family === 'hugo' ? `{{< /${tag.written} >}}` : `{% end${tag.written} %}`;
    return {
      kind: 'pass',
      problem: { message: `\`${shown(tag)}\` is never closed.`, hint: `put \`${end}\` after its last line` },
    };
  }
  // On its own it only switches a script on.
  if (tag.name === 'katex' && !tag.partner) return nothing;
  return read(parseArguments(tag.args), tag, context) ?? { kind: 'pass', problem: unknown(tag) };
}

/** What is said of an end without a beginning. */
export const strayEnd = (tag: DialectTag): DialectProblem => ({
  message: `\`${tag.family === 'hugo' ? `{{< /${tag.written} >}}` : `{% ${tag.written} %}`}\` closes nothing.`,
  hint: 'remove it, or put the tag that it closes before it',
});
