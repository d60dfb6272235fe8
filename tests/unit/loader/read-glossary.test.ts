import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import { parseGlossary, readGlossary } from '../../../src/loader/read-glossary.ts';

function parse(source: string) {
  const findings: Finding[] = [];
  const glossary = parseGlossary(source, (finding) => findings.push(finding));
  return { glossary, findings };
}

describe('parseGlossary', () => {
  it('gives each entry all its lists, in the order of the file', () => {
    const { glossary, findings } = parse(
      'speculative-decoding:\n  zh: [投机解码, 投机采样]\n  abbr: SD\n  note: 一句话。\n  related: medusa\nmedusa:\n  en: [Medusa]\n',
    );
    expect(findings).toEqual([]);
    expect([...glossary]).toEqual([
      [
        'speculative-decoding',
        { zh: ['投机解码', '投机采样'], en: [], abbr: ['SD'], note: { zh: '一句话。' }, related: ['medusa'] },
      ],
      ['medusa', { zh: [], en: ['Medusa'], abbr: [], related: [] }],
    ]);
  });

  it('takes a single note to be in the language that it is written in', () => {
    const { glossary } = parse('a: { en: [a], note: 一句话。 }\nb: { en: [b], note: One sentence. }\n');
    expect([...glossary.values()].map(({ note }) => note)).toEqual([
      { zh: '一句话。' },
      { en: 'One sentence.' },
    ]);
  });

  it.each(['', '# nothing yet\n', '{}'])('takes %j for an empty glossary', (source) => {
    expect(parse(source)).toEqual({ glossary: new Map(), findings: [] });
  });

  it.each([
    ['YAML that ends too soon', 'lora: [\n', 2, 1],
    ['an id twice', 'lora: { zh: [甲] }\nlora: { zh: [乙] }\n', 2, 1],
    ['a list instead of entries', '- lora\n', 1, 1],
    ['an id that is not kebab-case', 'lora: { zh: [甲] }\nLow Rank: { zh: [乙] }\n', 2, 1],
    ['an entry without a name', 'lora:\n  zh: [甲]\nqlora:\n  abbr: [QLoRA]\n', 3, 1],
    ['a name that is no text', 'lora:\n  zh: [甲, 16]\n', 2, 11],
    ['a name without a letter', 'lora:\n  zh: [甲, "--"]\n', 2, 11],
    ['a single name without a letter', 'lora:\n  zh: "--"\n', 2, 7],
    ['a note in a third language', 'lora:\n  zh: [甲]\n  note: { zh: 一。, fr: un }\n', 3, 19],
    ['a note that is empty', "lora:\n  zh: [甲]\n  note: { zh: 一。, en: '' }\n", 3, 23],
    ['a note that is no text', 'lora:\n  zh: [甲]\n  note: 16\n', 3, 9],
    ['an empty list of names', 'lora:\n  en: [a]\n  zh:\n', 3, 6],
    ['an entry that is a word', 'lora: 低秩适配\n', 1, 1],
    ['more aliases than anyone writes', `a: &a { zh: [甲] }\nb: [${'*a, '.repeat(200)}]\n`, 1, 1],
  ])('reports %s', (_name, source, line, column) => {
    const { findings } = parse(source);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: 'glossary/invalid' });
    expect([findings[0]?.line ?? 1, findings[0]?.column ?? 1]).toEqual([line, column]);
  });

  it('keeps the entries that are right', () => {
    expect([...parse('lora: { zh: [甲] }\nqlora: {}\n').glossary.keys()]).toEqual(['lora']);
  });

  it.each([
    ['in two entries', 'a: { zh: [甲] }\nb: { zh: [乙, 甲] }\n', 2, 14],
    ['in two languages', 'a: { zh: [FP16] }\nb: { en: [fp-16] }\n', 2, 11],
    ['in full width', 'a: { zh: [KV 缓存] }\nb: { zh: [ＫＶ缓存] }\n', 2, 11],
    ['twice in one entry', 'a: { en: [fine-tuning, Fine tuning] }\n', 1, 24],
    ['as an abbreviation above it', 'a: { zh: [甲], abbr: [SAM] }\nb: { en: [SAM] }\n', 1, 22],
    ['as an abbreviation beside it', 'a: { en: [SAM], abbr: SAM }\n', 1, 23],
    ['as an abbreviation twice', 'a: { zh: [甲], abbr: [KV, K-V] }\n', 1, 26],
  ])('reports a name that stands %s', (_name, source, line, column) => {
    const { glossary, findings } = parse(source);
    expect(findings).toMatchObject([{ rule: 'glossary/duplicate-name', line, column }]);
    expect(glossary.has('a')).toBe(true);
  });

  it('lets two entries share an abbreviation', () => {
    expect(parse('a: { zh: [甲], abbr: [FLOPs] }\nb: { zh: [乙], abbr: [FLOPS] }\n').findings).toEqual([]);
  });

  it('says which related term and which key were meant', () => {
    const { findings } = parse(
      'medusa: { en: [Medusa], related: [eagel] }\neagle: { zh: [甲], ne: [EAGLE] }\n',
    );
    expect(findings.map(({ hint }) => hint)).toEqual(['did you mean `en`?', 'did you mean `eagle`?']);
  });
});

describe('the glossary of this site', async () => {
  const findings: Finding[] = [];
  const { glossary } = await readGlossary('content', () => (finding) => findings.push(finding));

  it('has its terms and nothing to report', () => {
    expect(findings).toEqual([]);
    expect(glossary.size).toBeGreaterThanOrEqual(120);
  });

  it('explains each term in one sentence that fits a tooltip', () => {
    const unfit = [...glossary].filter(
      ([, { note: { zh = '', en } = {} }]) =>
        !/^[^。]+。$/u.test(zh) ||
        (zh.match(/\p{Script=Han}/gu) ?? []).length > 45 ||
        (en !== undefined && !/^\p{Lu}[^\p{Script=Han}]{1,140}\.$/u.test(en)),
    );
    expect(unfit).toEqual([]);
  });

  it('is empty for a folder without one', async () => {
    const none = await readGlossary('public', () => () => undefined);
    expect(none.glossary.size).toBe(0);
  });
});
