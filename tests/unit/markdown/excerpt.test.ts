import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../src/markdown/excerpt.ts';

const text = (value: string) => ({ text: value, atomic: false });
const formula = (value: string) => ({ text: value, atomic: true });

describe('excerptOf', () => {
  it('leaves a short text alone, with its hyphens and signs', () => {
    const short = 'Qwen1.5-7B-Chat 在 zero-shot 下，Token 数 > 1 且 a < b。';
    expect(excerptOf([text(short)])).toBe(short);
  });

  it('never cuts a Latin compound', () => {
    const parts = [text('我们用 Qwen1.5-7B-Chat 做实验')];
    for (let limit = 1; limit < 16; limit += 1) {
      const excerpt = excerptOf(parts, limit);
      expect(excerpt).not.toMatch(/Qwen(?!1\.5-7B-Chat)/u);
    }
  });

  it('never cuts a formula', () => {
    const parts = [text('更新量是 '), formula('W₀ + (α/r)BA'), text('，其中 A 与 B 低秩。')];
    for (let limit = 1; limit < 20; limit += 1) {
      const excerpt = excerptOf(parts, limit);
      expect(excerpt.includes('W') ? excerpt.includes('W₀ + (α/r)BA') : true).toBe(true);
    }
  });

  it('cuts between Chinese words', () => {
    expect(excerptOf([text('模型需要重新训练')], 3)).toBe('模型…');
  });

  it('drops punctuation before the ellipsis', () => {
    expect(excerptOf([text('先看问题，再看方法和实验结果')], 5.5)).toBe('先看问题…');
  });
});
