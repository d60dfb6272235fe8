import { randomUUID } from 'node:crypto';
import type { Emphasis, Parents, Root, Strong, Text } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { defaultHandlers, type Handle, type State, toMarkdown } from 'mdast-util-to-markdown';
import type { CopyAddress, MarkdownCopy } from '../markdown-copies.ts';

/** Nobody can write it: it is another one in each process. */
const mark = `a${randomUUID().replaceAll('-', '')}`;
const addressMark = new RegExp(`${mark}x(\\d+)x`, 'u');

/** Addresses of a copy while its text is made. */
export class CopyAddresses {
  readonly #addresses: CopyAddress[] = [];

  /** Notes an address and gives a word that stands for it. */
  readonly add = (address: CopyAddress): string => `${mark}x${String(this.#addresses.push(address) - 1)}x`;

  /** A text cut at the words that stand for addresses. */
  cut(text: string): MarkdownCopy {
    const pieces = text
      .split(addressMark)
      .map((piece, index) => (index % 2 === 1 ? (this.#addresses[Number(piece)] ?? '') : piece));
    return pieces.filter((piece) => piece !== '');
  }
}

const isWord = (sign: string): boolean => /[^\s\p{P}\p{S}]/u.test(sign);
const isSpace = (sign: string): boolean => sign === '' || /\s/u.test(sign);

/** Whether asterisks between these two signs open or close what stands at `inside`, as CommonMark has it. */
const holds = (outside: string, inside: string): boolean =>
  !isSpace(inside) && (isWord(inside) || !isWord(outside));

/**
 * Emphasis with asterisks, or with tags where asterisks would stay asterisks: CommonMark does not know
 * that no blank stands between Chinese words.
 *
 * `**重点。**后文` → `<strong>重点。</strong>后文`
 */
const emphasised =
  (sign: string, tag: string): Handle =>
  (node: Strong | Emphasis, _parent: Parents | undefined, state, info): string => {
    const exit = state.enter('phrasing');
    const content = state.containerPhrasing(node, { ...info, before: sign, after: sign });
    exit();
    const [first = ''] = content;
    const last = [...content].at(-1) ?? '';
    const isRight = holds(info.before.slice(-1), first) && holds(info.after.slice(0, 1), last);
    return isRight ? sign + content + sign : `<${tag}>${content}</${tag}>`;
  };

/** Patterns of signs that would mean something, by the list of a printer. */
const unsafeSigns = new WeakMap<State['unsafe'], RegExp>();

/** Signs that Markdown may read as something; blanks are some only beside the end of a line. */
function unsafeSignsOf({ unsafe }: State): RegExp {
  const known = unsafeSigns.get(unsafe);
  if (known) return known;
  const signs = [...new Set(unsafe.map(({ character }) => character))].filter((sign) => sign !== ' ');
  const pattern = new RegExp(
    `[\\r\\n${signs.map((sign) => sign.replace(/[\]\\^-]/u, '\\$&')).join('')}]`,
    'u',
  );
  unsafeSigns.set(unsafe, pattern);
  return pattern;
}

/** Text as it is where nothing in it can mean anything, as in most Chinese sentences: to try all rules takes long. */
const plainly: Handle = (node: Text, parent: Parents | undefined, state, info): string => {
  const { value } = node;
  const { before, after } = info;
  const isPlain =
    !unsafeSignsOf(state).test(value) &&
    (!/^ | $/u.test(value) || !(/[\r\n]/u.test(before) || /[\r\n]/u.test(after)));
  return isPlain ? value : defaultHandlers.text(node, parent, state, info);
};

const extension = {
  handlers: { strong: emphasised('**', 'strong'), emphasis: emphasised('*', 'em'), text: plainly },
};

/** A portable tree as text. */
export const portableText = (tree: Root): string =>
  toMarkdown(tree, {
    bullet: '-',
    rule: '-',
    fences: true,
    resourceLink: true,
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown(), extension],
  });
