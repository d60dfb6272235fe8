import { describe, expect, it } from 'vitest';
import { atomsOf, shatter } from '../../src/text-atoms.ts';

/** The atoms of a text; `|` where a line may end, `~` and `_` for a quarter-em and a space. */
const cut = (text: string): string =>
  atomsOf(text)
    .map(({ text: atom, gap, breakCost }, place) => {
      const space = gap === 'space' ? '_' : gap === 0.25 ? '~' : '';
      return `${place === 0 ? '' : breakCost === Infinity ? '' : '|'}${space}${atom}`;
    })
    .join('');

describe('atomsOf', () => {
  it.each([
    ['Chinese breaks between all characters', '低秩适配', '低|秩|适|配'],
    ['no line starts with a closing sign', '起草，大模型。', '起|草，|大|模|型。'],
    ['nor ends with an opening one', '大核（卷积）《论文》', '大|核|（卷|积）|《论|文》'],
    ['names stay whole', '用 FP16 训练 Qwen1.5-7B-Chat', '用|~FP16|~训|练|~Qwen1.5-7B-Chat'],
    ['a quarter-em without a typed space', '把FP16换成BF16', '把|~FP16|~换|成|~BF16'],
    ['none beside a full-width sign', 'MTP：一次', 'MTP：|一|次'],
    ['not even for a typed space', '（SAM） 与“注意力” 机制', '（SAM）|与|“注|意|力”|机|制'],
    ['English breaks at spaces', 'Segment Anything, again', 'Segment|_Anything,|_again'],
    ['a formula stays together', '从 W₀ + BA 到 α ≤ 1', '从|~W₀_+_BA|~到|~α_≤_1'],
    ['ASCII brackets too', '大模型(LLM)的 [1]', '大|模|型|(LLM)|的|~[1]'],
    ['ASCII signs after Chinese', '够吗?50%的', '够|吗?50%|的'],
    ['dashes and dots are one, and start no line', '附录——证明……完', '附|录——|证|明……|完'],
    ['an apostrophe is a letter', '“don’t”与它', '“don’t”|与|它'],
    ['quotes without Chinese are Latin', 'The “Attention” paper', 'The|_“Attention”|_paper'],
    ['kana', 'データの圧縮', 'デー|タ|の|圧|縮'],
  ])('%s', (_rule, text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it('would rather break between words than in them, best after a pause', () => {
    const costs = new Map(
      atomsOf('混合精度训练：半精度为什么的').map(({ text, breakCost }) => [text, breakCost]),
    );
    const cost = (text: string): number => costs.get(text) ?? NaN;
    expect(cost('半')).toBeLessThan(cost('为'));
    expect(cost('为')).toBeLessThan(cost('合'));
    expect(cost('为')).toBeLessThan(cost('的'));
  });

  it('marks the blank half of full-width signs', () => {
    expect(atomsOf('（甲），！').map(({ blank }) => blank)).toEqual([
      'left',
      undefined,
      'right',
      'right',
      undefined,
    ]);
  });

  it('keeps accents and emoji whole', () => {
    expect(atomsOf('👩‍🔬e\u0301甲').map(({ text }) => text)).toEqual(['👩‍🔬e\u0301', '甲']);
  });

  it('has nothing for nothing', () => {
    expect(atomsOf(' \n ')).toEqual([]);
  });
});

describe('shatter', () => {
  it('cuts a word, rather after its own signs', () => {
    const [word] = atomsOf('a-b');
    expect(word && shatter(word).map(({ text, breakCost }) => [text, breakCost])).toEqual([
      ['a', Infinity],
      ['-', 20],
      ['b', 2],
    ]);
  });
});
