import { describe, expect, it } from 'vitest';
import { parseCodeMeta } from '../../../src/markdown/code-meta.ts';

/** What was read, without what was not. */
function read(info: string) {
  const { lines, problems, ...rest } = parseCodeMeta(info);
  return {
    ...rest,
    ...(lines.length > 0 ? { lines: lines.map(({ from, to }) => [from, to]) } : {}),
    ...(problems.length > 0 ? { problems: problems.map(({ rule, text }) => [rule, text]) } : {}),
  };
}

const full = {
  language: 'python',
  title: 'lora.py',
  lines: [
    [3, 3],
    [5, 7],
  ],
  firstLine: 1,
  id: 'lst-forward',
};

describe('parseCodeMeta', () => {
  it.each([
    'python title="lora.py" {3,5-7} showLineNumbers #lst-forward',
    'python #lst-forward showLineNumbers {3, 5-7} title="lora.py"',
    "python {3,5-7} {#lst-forward} filename='lora.py' linenos",
    'python{3,5-7} showLineNumbers #lst-forward title="lora.py"',
    'python {linenos=table,hl_lines=[3,"5-7"]} title="lora.py" #lst-forward',
    '{.python .numberLines #lst-forward title="lora.py" hl_lines="3 5-7"}',
    'python linenums="1" hl_lines="3 5-7" title="lora.py" #lst-forward',
  ])('%s', (info) => {
    expect(read(info)).toEqual(full);
  });

  it.each([
    ['', { language: '' }],
    ['C++', { language: 'C++' }],
    ['c#', { language: 'c#' }],
    ['{.python .input  n=3}', { language: 'python' }],
    ['{python, echo=FALSE}', { language: 'python' }],
    ['{code-cell} ipython3', { language: 'ipython3' }],
    ['python:train.py', { language: 'python', title: 'train.py' }],
    ['sh=10', { language: 'sh', firstLine: 10 }],
    ['js:line-numbers', { language: 'js', firstLine: 1 }],
    ['ts:no-line-numbers', { language: 'ts' }],
    ['python,editable', { language: 'python' }],
    [
      '{1,3}',
      {
        language: '',
        lines: [
          [1, 1],
          [3, 3],
        ],
      },
    ],
    ['title="输出"', { language: '', title: '输出' }],
    ['python file="./lora.py#forward"', { language: 'python', file: './lora.py#forward' }],
    ['python showLineNumbers=false', { language: 'python' }],
  ])('%s', (info, expected) => {
    expect(read(info)).toEqual(expected);
  });

  it.each([
    ['python {1,3', [['code/bad-meta', '{1,3']]],
    ['python title="a', [['code/bad-meta', 'title="a']]],
    [
      'python 3}',
      [
        ['code/unknown-meta', '3'],
        ['code/bad-meta', '}'],
      ],
    ],
    ['python {7-5}', [['code/bad-meta', '7-5']]],
    ['python {0}', [['code/bad-meta', '0']]],
    ['python colour=red', [['code/unknown-meta', 'colour=red']]],
  ])('reports what cannot be read: %s', (info, problems) => {
    expect(read(info)).toMatchObject({ language: 'python', problems });
  });

  it('suggests the nearest word', () => {
    expect(parseCodeMeta('python showLineNumber').problems).toMatchObject([
      { rule: 'code/unknown-meta', hint: 'did you mean `showLineNumbers`?' },
    ]);
  });
});
