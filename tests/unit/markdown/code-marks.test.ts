import { describe, expect, it } from 'vitest';
import { takeMarks } from '../../../src/markdown/code-marks.ts';

describe('takeMarks', () => {
  it.each([
    ['x = 1  # [!code ++]', 'x = 1', 'add'],
    ['let x; // [!code --]', 'let x;', 'remove'],
    ['SELECT 1 -- [!code highlight]', 'SELECT 1', 'highlight'],
    ['<p>甲</p> <!-- [!code focus] -->', '<p>甲</p>', 'focus'],
    ['a { } /* [!code warning] */', 'a { }', 'warning'],
    ['x = 1  # 为何 [!code error]', 'x = 1  # 为何', 'error'],
    ['纯文本 [!code hl]', '纯文本', 'highlight'],
  ])('%s', (source, code, kind) => {
    const marked = takeMarks(source);
    expect(marked).toMatchObject({ code, marks: [{ kind, from: 1, to: 1 }], problems: [] });
  });

  it('applies a comment on a line of its own to the lines after it', () => {
    expect(takeMarks('a\n# [!code focus:2]\nb\nc\nd')).toMatchObject({
      code: 'a\nb\nc\nd',
      marks: [{ kind: 'focus', from: 2, to: 3 }],
    });
  });

  it('ends a mark with the block', () => {
    expect(takeMarks('a  # [!code ++:9]\nb').marks).toEqual([{ kind: 'add', from: 1, to: 2 }]);
  });

  it('takes words from their line on, or for some lines', () => {
    expect(takeMarks('// [!code word:rank]\na\nb').words).toEqual([{ word: 'rank', from: 1, to: 2 }]);
    expect(takeMarks('a // [!code word:a:1]\na').words).toEqual([{ word: 'a', from: 1, to: 1 }]);
  });

  it('takes several marks of one line', () => {
    expect(takeMarks('a // [!code ++] [!code focus]').marks.map(({ kind }) => kind)).toEqual([
      'add',
      'focus',
    ]);
  });

  it('shows an escaped mark as it is', () => {
    expect(takeMarks('a // [\\!code ++]')).toMatchObject({ code: 'a // [!code ++]', marks: [] });
  });

  it('reports what is no mark, and a mark in the middle', () => {
    const { problems } = takeMarks('a // [!code hilight]\n// [!code ++] b');
    expect(problems).toMatchObject([
      { line: 0, column: 6, length: 15, hint: 'did you mean `highlight`?' },
      { line: 1, column: 4 },
    ]);
  });
});
