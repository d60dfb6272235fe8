import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import { parseSeries } from '../../../src/loader/read-series.ts';

function parse(source: string) {
  const findings: Finding[] = [];
  const read = parseSeries(source, ['zh', 'en'], (finding) => findings.push(finding));
  return { series: read?.series, findings };
}

describe('parseSeries', () => {
  it('has a text for each locale', () => {
    const { series, findings } = parse(
      'a:\n  title: { zh: 甲, en: A }\n  description: { en: Only English. }\nb: { title: 乙 }\n',
    );
    expect(findings).toEqual([]);
    expect(series?.get('a')).toEqual({
      titles: { zh: '甲', en: 'A' },
      descriptions: { zh: 'Only English.', en: 'Only English.' },
    });
    expect(series?.get('b')).toEqual({ titles: { zh: '乙', en: '乙' }, descriptions: {} });
  });

  it.each([
    ['YAML that ends too soon', 'a: [\n', 2, 1],
    ['an id twice', 'a: { title: 甲 }\na: { title: 乙 }\n', 2, 1],
    ['a list', '- a\n', 1, 1],
    ['a series without a title', 'a:\n  description: 一\n', 1, 1],
    ['an unknown key', 'a: { title: 甲, titel: 乙 }\n', 1, 16],
    ['a title that is no text', 'a: { title: 3 }\n', 1, 13],
    ['an empty title', "a: { title: '' }\n", 1, 13],
    ['a locale that the site does not have', 'a: { title: { zh: 甲, fr: B } }\n', 1, 22],
    ['two ids of one address', 'Fine Tuning: { title: 甲 }\nfine-tuning: { title: 乙 }\n', 2, 1],
  ])('reports %s', (_name, source, line, column) => {
    const { findings } = parse(source);
    expect(findings).toMatchObject([{ rule: 'series/invalid' }]);
    expect([findings[0]?.line ?? 1, findings[0]?.column ?? 1]).toEqual([line, column]);
  });

  it('suggests what was meant, and keeps the series that are right', () => {
    const { series, findings } = parse('a: { title: 甲, descripton: 乙 }\nb: { title: 乙 }\n');
    expect(findings[0]?.hint).toBe('did you mean `description`?');
    expect([...(series?.keys() ?? [])]).toEqual(['b']);
  });
});
