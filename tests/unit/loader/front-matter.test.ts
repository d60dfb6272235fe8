import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import { parseFrontMatter, splitSource } from '../../../src/loader/front-matter.ts';

function parse(source: string) {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const { yaml, body } = splitSource(source, report);
  return { body, findings, data: parseFrontMatter(yaml, report) };
}

const first = (source: string): Finding | undefined => parse(source).findings[0];

describe('splitSource', () => {
  it('leaves the lines of the front matter blank, so that line numbers hold', () => {
    const { body } = parse('---\ntitle: 一\n---\n正文');
    expect(body).toBe('\n\n\n正文');
  });
  it('keeps CRLF line ends', () => {
    expect(parse('---\r\ntitle: 一\r\n---\r\n正文').body).toBe('\r\n\r\n\r\n正文');
  });
  it('takes a file without front matter as it is', () => {
    expect(parse('# 标题\n\n---\n').body).toBe('# 标题\n\n---\n');
  });
  it('takes a thematic break at the start for what it is', () => {
    expect(parse('---\n\n正文，没有键。\n').findings).toEqual([]);
  });
  it('reports front matter that is never closed', () => {
    expect(first('---\ntitle: 一\n\n正文')).toMatchObject({ rule: 'front-matter/unclosed', line: 1 });
  });
});

describe('parseFrontMatter', () => {
  it('reads the keys of the contract', () => {
    const { data, findings } = parse(
      '---\ntitle: LoRA\ndate: 2026-11-20\ntags: [大模型, 微调]\nauthors: a\nseries: { id: s, order: 2 }\n---\n',
    );
    expect(findings).toEqual([]);
    expect(data).toMatchObject({
      title: 'LoRA',
      tags: ['大模型', '微调'],
      authors: ['a'],
      series: { id: 's', order: 2 },
      draft: false,
    });
    expect(data.date?.toISOString()).toBe('2026-11-20T00:00:00.000Z');
  });

  it('understands the keys of other generators', () => {
    const { data, findings } = parse(
      '---\ncategories: 论文\nlastmod: 2026-11-22\nmathjax: true\nlayout: post\nsummary: 一句话\n---\n',
    );
    expect(findings).toEqual([]);
    expect(data).toMatchObject({ tags: ['论文'], description: '一句话' });
    expect(data.updated?.toISOString()).toBe('2026-11-22T00:00:00.000Z');
  });

  it('lets our own key win over a synonym', () => {
    expect(parse('---\ncategories: 旧\ntags: [新]\n---\n').data.tags).toEqual(['新']);
  });

  it('points at YAML that is not YAML', () => {
    expect(first('---\ntitle: a: b: c\n---\n')).toMatchObject({ rule: 'front-matter/invalid-yaml', line: 2 });
    expect(first('---\ntitle: 一\ntags: [a, b\ndate: 2026-01-01\n---\n')).toMatchObject({
      rule: 'front-matter/invalid-yaml',
    });
  });

  it('points at a date that does not exist', () => {
    expect(first('---\ntitle: 一\ndate: 2025-02-30\n---\n')).toMatchObject({
      rule: 'front-matter/invalid-date',
      line: 3,
      column: 7,
      length: 10,
    });
  });

  it('points at a value of the wrong kind and keeps the others', () => {
    const { data, findings } = parse('---\ntitle: 一\ndraft: 也许\ntags: [a]\n---\n');
    expect(findings).toMatchObject([{ rule: 'front-matter/invalid-value', line: 3, column: 8 }]);
    expect(data).toMatchObject({ title: '一', tags: ['a'], draft: false });
  });

  it('warns of an unknown key and names the nearest one', () => {
    expect(first('---\ntilte: 一\n---\n')).toMatchObject({
      rule: 'front-matter/unknown-key',
      line: 2,
      column: 1,
      hint: 'did you mean `title`?',
    });
  });

  it('stops an alias bomb', () => {
    const bomb = [
      'a: &a [x, x, x, x, x, x, x, x, x]',
      'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
      'c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]',
      'tags: [*c, *c, *c, *c, *c, *c, *c, *c, *c]',
    ].join('\n');
    expect(first(`---\n${bomb}\n---\n`)).toMatchObject({ rule: 'front-matter/invalid-yaml' });
  });

  it('refuses a duplicate key', () => {
    expect(first('---\ntitle: 一\ntitle: 二\n---\n')).toMatchObject({
      rule: 'front-matter/invalid-yaml',
      line: 3,
    });
  });
});
