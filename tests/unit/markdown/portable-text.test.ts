import type { PhrasingContent, Root } from 'mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { mathToMarkdown } from 'mdast-util-math';
import { toMarkdown } from 'mdast-util-to-markdown';
import { expect, it } from 'vitest';
import { portableText } from '../../../src/markdown/portable-text.ts';

const text = (value: string): PhrasingContent => ({ type: 'text', value });

/** What the printer makes of a tree that tries all its rules on every text. */
const usual = (tree: Root): string =>
  toMarkdown(tree, {
    ...{ bullet: '-', rule: '-', fences: true, resourceLink: true },
    extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown()],
  });

it.each([
  ...[
    '前文，后文。',
    ' 前后有空格 ',
    '一 二',
    '# 井',
    '1. 一',
    '- 一',
    '甲\n- 乙',
    '甲\n 乙',
    '甲 \n乙',
    '*甲*',
  ],
  ...[
    'a_b_c',
    '<b>',
    '[甲]',
    '`',
    '$x$',
    '~~甲~~',
    'www.example.org',
    'a@b.c',
    '&amp;',
    '甲\\',
    '|',
    '甲!',
    ':',
  ],
])('prints %j as if every rule were tried', (value) => {
  const formula = { type: 'inlineMath', value: 'x' } as const;
  const around: PhrasingContent[][] = [
    [text(value)],
    [formula, text(value), formula],
    [{ type: 'break' }, text(value), { type: 'break' }, text(value)],
    [text('['), text(value), { type: 'link', url: 'https://example.org/', children: [text(value)] }],
    [{ type: 'delete', children: [text(value)] }, text(value)],
  ];
  for (const children of around) {
    const tree: Root = {
      type: 'root',
      children: [
        { type: 'paragraph', children },
        { type: 'heading', depth: 2, children },
        {
          type: 'table',
          children: [{ type: 'tableRow', children: [{ type: 'tableCell', children: [text(value)] }] }],
        },
      ],
    };
    expect(portableText(tree)).toBe(usual(tree));
  }
});
