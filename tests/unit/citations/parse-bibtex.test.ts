import { describe, expect, it } from 'vitest';
import { parseBibtex } from '../../../src/citations/parse-bibtex.ts';

const parse = (source: string) => {
  const { bibliography, findings } = parseBibtex(source, (tex) => (tex === '\\bad' ? undefined : `‹${tex}›`));
  const references = [...bibliography.works.values()].map(({ reference }) => reference);
  return { bibliography, findings, references };
};

describe('parseBibtex', () => {
  it('reads entries with abbreviations, LaTeX and identifiers', () => {
    const { references, findings } = parse(
      String.raw`Words in between.
@string{iclr = "ICLR"}
@inproceedings{hu, title = {{LoRA}: Low-Rank G{\"o}del \& {\'E}tude of $O(n^2)$}, author = {Hu, Edward J. and {DeepSeek-AI} and others},
  booktitle = iclr # " 2022", year = 2022, eprint = {2106.09685v2}}
@ARTICLE(b, title = "B", doi = "https://doi.org/10.1109/MM.2021_3", url = {https://a.b/c_d})`,
    );
    expect(findings).toEqual([]);
    expect(references).toEqual([
      {
        key: 'hu',
        title: 'LoRA: Low-Rank Gödel & Étude of ‹O(n^2)›',
        authors: ['Edward J. Hu', 'DeepSeek-AI'],
        year: 2022,
        arxiv: '2106.09685v2',
      },
      { key: 'b', title: 'B', authors: [], doi: '10.1109/MM.2021_3', url: 'https://a.b/c_d' },
    ]);
  });

  it.each([
    ['a field without =', '@misc{a,\n  title {x}\n}', [2, 9], 'needs `=`'],
    ['a missing comma', '@misc{a, title = {x}\n  year = 2020}', [2, 3], 'needs a comma'],
    [
      'an entry never closed',
      '% first\n@misc{a, title = {x\n\n@misc{b, title = {y}}',
      [2, 1],
      'never closed',
    ],
    ['no key', '\n@misc{, title = {x}}', [2, 7], 'needs a key'],
    ['an abbreviation that is not defined', '@misc{a, title = {x},\n  journal = icml}', [2, 3], '`icml`'],
    ['a formula that is never closed', '@misc{a,\n  title = {costs $5}}', [2, 3], '`title`'],
    ['a formula that cannot be read', '@misc{a,\n title = {$\\bad$}}', [2, 2], '`$\\bad$`'],
    ['a command that nobody knows', '@misc{a,\n title = {\\foo{x}}}', [2, 2], '`\\foo`'],
    [
      'an address that would run a script',
      '@misc{a, title={x},\n url = {javascript:alert()}}',
      [2, 2],
      'javascript',
    ],
    [
      'after an abbreviation, with CRLF',
      '@string{x = "X"}\r\n@misc{a,\r\n  title {x}\r\n}',
      [3, 9],
      'needs `=`',
    ],
  ])('reports %s at its place', (_name, source, place, words) => {
    const { findings } = parse(source);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: 'bibliography/invalid', line: place[0], column: place[1] });
    expect(findings[0]?.message).toContain(words);
  });

  it('keeps the entries around a broken one, and knows its key', () => {
    const { bibliography } = parse('@misc{a, title={A}}\n@misc{b, title={B\n@misc{c, title={C}}');
    expect([...bibliography.works.keys()]).toEqual(['a', 'c']);
    expect([...bibliography.broken]).toEqual(['b']);
  });

  it('warns of a key that is taken, and keeps the first', () => {
    const { references, findings } = parse('@misc{a, title={A}}\n@misc{a, title={B}}');
    expect(findings).toMatchObject([{ rule: 'bibliography/duplicate-key', line: 2, column: 7, length: 1 }]);
    expect(references).toMatchObject([{ title: 'A' }]);
  });

  it('skips comments and keeps abbreviations to their own file', () => {
    expect(parse('@comment{x}\n@string{foo = "X"}\n@misc{a, title = foo}').references[0]?.title).toBe('X');
    expect(parse('@misc{a, title = foo}').findings).toHaveLength(1);
  });
});
