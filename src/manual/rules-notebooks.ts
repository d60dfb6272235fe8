import type { Explanation } from './explanation.ts';

const notebook = (cell: string): string =>
  `{"nbformat": 4, "metadata": {"title": "LoRA", "date": "2026-01-01"}, "cells": [\n${cell}\n]}\n`;

const text = '{"cell_type": "markdown", "metadata": {}, "source": ["Text."]}';

/** A cell of code that has printed something. */
const drawn = (data: string): string =>
  `${text},\n{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": ["draw()"],\n "outputs": [{"output_type": "display_data", "metadata": {}, "data": ${data}}]}`;

/** Rules about notebooks. */
export const notebookRules = {
  'notebook/invalid': {
    zh: '笔记本不是 JSON，或不是第 4 版格式。',
    repair: {
      zh: '旧格式用 `jupyter nbconvert --to notebook --nbformat 4 --inplace` 转换；合并留下的 `<<<<<<<` 要选定一边。',
      en: 'An old format is converted by `jupyter nbconvert --to notebook --nbformat 4 --inplace`; where a merge has left `<<<<<<<`, take one side.',
    },
    wrong: { 'a.ipynb': '{"nbformat": 3, "worksheets": []}' },
    right: { 'a.ipynb': notebook(text) },
  },
  'notebook/active-output': {
    zh: '没有脚本就什么都不显示的输出。',
    repair: {
      zh: '脚本不发布：改画成图片，或给单元加标签 `remove-output`。',
      en: 'Scripts are not published: draw it as a picture, or give the cell the tag `remove-output`.',
    },
    wrong: { 'a.ipynb': notebook(drawn('{"text/html": "<script>draw()</script>"}')) },
    right: { 'a.ipynb': notebook(drawn('{"text/html": "<b>12</b>"}')) },
  },
  'notebook/long-output': {
    zh: '输出太长，中间略去。',
    repair: {
      zh: '超过一千行的输出只留头尾各五百行；少打印一些，或给单元加标签 `remove-output`。',
      en: 'Of more than a thousand lines the first and last five hundred are shown; print less, or give the cell the tag `remove-output`.',
    },
  },
} as const satisfies Readonly<Record<string, Explanation>>;
