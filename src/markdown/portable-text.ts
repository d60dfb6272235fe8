import { randomUUID } from 'node:crypto';
import type { Emphasis, Parents, Root, Strong } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { type Handle, toMarkdown } from 'mdast-util-to-markdown';
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

const extension = {
  handlers: { strong: emphasised('**', 'strong'), emphasis: emphasised('*', 'em') },
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
