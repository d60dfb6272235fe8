import { expect, it } from 'vitest';
import { citedSign, sentencesOf } from '../../../src/markdown/sentences.ts';

const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end));

it.each([
  ['Chinese', '甲。乙！丙？丁', ['甲。', '乙！', '丙？', '丁']],
  ['a semicolon and a colon end nothing', '甲；乙：丙。', ['甲；乙：丙。']],
  ['what closes a quotation belongs to it', '他说“甲。”乙。', ['他说“甲。”', '乙。']],
  ['a citation behind the stop belongs before it', `甲。${citedSign}乙。`, [`甲。${citedSign}`, '乙。']],
  ['stops in brackets end nothing', '甲（乙。丙（丁。））戊。己', ['甲（乙。丙（丁。））戊。', '己']],
  ['brackets that nobody closes are no brackets', '甲（乙。丙。', ['甲（乙。', '丙。']],
  ['Latin', 'One. Two! Three?', ['One.', ' Two!', ' Three?']],
  ['decimals and versions', 'It is 3.5 and v1.2.', ['It is 3.5 and v1.2.']],
  [
    'abbreviations',
    'J. Hu et al. say (Fig. 3, i.e. here) so. Yes.',
    ['J. Hu et al. say (Fig. 3, i.e. here) so.', ' Yes.'],
  ],
  ['nothing', ' ', []],
])('%s', (_name, text, sentences) => {
  expect(cut(text)).toEqual(sentences);
});

it('takes no longer than the text is long', () => {
  const started = process.threadCpuUsage();
  for (const piece of ['(a. ', 'J. ', '（甲。）', '((', '。)']) sentencesOf(piece.repeat(50_000));
  expect(process.threadCpuUsage(started).user).toBeLessThan(2000_000);
});
