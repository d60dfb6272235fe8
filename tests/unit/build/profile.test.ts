import { describe, expect, it } from 'vitest';
import { profileText } from '../../../src/build/profile.ts';
import { RenderTimes } from '../../../src/render-times.ts';

const formula = (milliseconds: number) => ({
  file: 'content/posts/lora/zh.md',
  line: 42,
  tex: '\\frac{\\alpha}{r}\n  BA',
  milliseconds,
});

describe('times of rendering', () => {
  it('are all counted, and the ten slowest of all threads are kept', () => {
    const here = new RenderTimes();
    const thread = new RenderTimes();
    for (let one = 1; one <= 20; one += 1) (one % 2 === 0 ? here : thread).note('formulas', formula(one));
    here.add(thread.take());
    const { articles, formulas } = here.take();
    expect(articles.count).toBe(0);
    expect([formulas.count, formulas.milliseconds]).toEqual([20, 210]);
    expect(formulas.slowest.map(({ milliseconds }) => milliseconds)).toEqual([
      ...[20, 19, 18, 17, 16, 15, 14, 13, 12, 11],
    ]);
    expect(thread.take().formulas.count).toBe(0);
  });

  it('are printed with their places, formulas in one line', () => {
    const times = new RenderTimes();
    times.note('formulas', formula(31.4));
    const phases = [{ name: 'content', milliseconds: 3210, processor: 5600 }];
    expect(profileText({ phases, ...times.take() }).split('\n')).toEqual([
      '  phase         time processor',
      '  content     3.21 s    5.60 s',
      '',
      '  No article was rendered: all were before.',
      '',
      '  1 formula rendered in 0.03 s, the slowest',
      '     31 ms  content/posts/lora/zh.md:42  \\frac{\\alpha}{r} BA',
      '',
    ]);
  });
});
