import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../../src/models/random.ts';
import { scanWords } from '../../../src/search-index/scan-words.ts';
import { TokenLog, Tokens } from '../../../src/search-index/token-log.ts';
import { indexText } from '../../../src/search/han-text.ts';

/** Tokens of a text, as the index has them. */
function scanned(text: string): string[] {
  const tokens = new Tokens();
  const log = new TokenLog(tokens, scanWords);
  log.add([{ text }]);
  return [...(log.pages[0] ?? [])].map((item) => tokens.all[TokenLog.tokenOf(item)] ?? '');
}

const cut = (text: string): string[] => indexText(text).split(' ').filter(Boolean);

describe('scanWords', () => {
  it.each([
    ['用LoRA微调', ['用', 'LoRA', '微调']],
    ['低秩适配', ['低秩', '秩适', '适配']],
    ['GPT-3.5、C++ 与 C#语言', ['GPT', '3.5', 'C++', '与', 'C#', '语言']],
    ['𠮷野家', ['𠮷野', '野家']],
    ['', []],
  ])('cuts %j', (text, words) => {
    expect(scanned(text)).toEqual(words);
  });

  it('cuts whatever there is as queries are cut', () => {
    const pieces = [
      ...['低', '秩', '的', '々', '〇', '𠮷', '⺀', '㐀', '語', 'a', 'B', 'é', 'e\u0301', '\u0301', '\u20E3'],
      ...['0', '1', '٣', '.', '..', '+', '++', '#', '＃', 'Ａ', '１', 'ﬀ', 'İ', 'ß', 'Ω', '한', 'の', 'ー'],
      ...[' ', '\n', '\u0000', '\u200D', '-', '_', '，', '😀', '𝛼', '½', '²', '\uD800', '\uDC00', '=', 'ᵀ'],
    ];
    const random = randomFrom(4);
    for (let round = 0; round < 2_000; round += 1) {
      const length = 1 + Math.floor(random() * 12);
      const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join('');
      expect(scanned(text), JSON.stringify(text)).toEqual(cut(text));
    }
  });
});
