import { describe, expect, it } from 'vitest';
import { idOfTexLabel, referenceText } from '../../../src/markdown/label-names.ts';
import type { LabelKind } from '../../../src/markdown/label-types.ts';

describe('idOfTexLabel', () => {
  it.each([
    ['eq-lora', 'eq-lora'],
    ['eq:lora', 'eq-lora'],
    ['eqn:lora', 'eq-lora'],
    ['Eq:lora', 'eq-lora'],
    ['tab:cost', 'tbl-cost'],
    ['fig:a', 'fig-a'],
    ['loss', 'eq-loss'],
    [' my loss ', 'eq-my-loss'],
    ['x:y', 'eq-x:y'],
  ])('%j → %s', (label, id) => {
    expect(idOfTexLabel(label)).toBe(id);
  });
});

describe('referenceText', () => {
  it.each([
    ['eq', ['式 (3)', '(3)', '3']],
    ['fig', ['图 3', '3', '3']],
    ['tbl', ['表 3', '3', '3']],
    ['sec', ['第 3 节', '3', '3']],
    ['lst', ['代码 3', '3', '3']],
    ['thm', ['定理 3', '3', '3']],
    ['def', ['定义 3', '3', '3']],
    ['lem', ['引理 3', '3', '3']],
    ['cor', ['推论 3', '3', '3']],
    ['ex', ['例 3', '3', '3']],
    ['alg', ['算法 3', '3', '3']],
  ] as [LabelKind, string[]][])('%s', (kind, texts) => {
    const label = { id: `${kind}-a`, kind, number: '3', title: '题' };
    const written = (['full', 'short', 'number'] as const).map((style) => referenceText(label, style, 'zh'));
    expect(written.map((text) => text.replaceAll('\u00A0', ' '))).toEqual(texts);
  });

  it.each([
    ['eq', 'Equation (3)'],
    ['sec', 'Section 3'],
    ['fig', 'Figure 3'],
    ['lst', 'Listing 3'],
  ] as [LabelKind, string][])('is called by an English name in English: %s', (kind, text) => {
    const label = { id: `${kind}-a`, kind, number: '3' };
    expect(referenceText(label, 'full', 'en').replaceAll('\u00A0', ' ')).toBe(text);
  });

  it('goes by the title of a section without number', () => {
    expect(referenceText({ id: 'sec-a', kind: 'sec', title: '方法' }, 'full', 'zh')).toBe('方法');
  });
});
