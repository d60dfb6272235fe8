import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import { parseFrontMatter, splitSource } from '../../../src/loader/front-matter.ts';

function parse(source: string) {
  const findings: Finding[] = [];
  const report = (finding: Finding): void => void findings.push(finding);
  const { yaml, body, ...rest } = splitSource(source, report);
  return { body, findings, data: parseFrontMatter(yaml, report, rest) };
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
    expect(parse('---\ncategories: 旧\ntags: [新]\n---\n').data.tags).toEqual(['新', '旧']);
    expect(parse('---\ncategories: [旧, 新]\ntags: 新\nkeywords: 词\n---\n').data.tags).toEqual(['新', '旧']);
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

describe('front matter of other generators', () => {
  const dataOf = (keys: string) => {
    const { data, findings } = parse(`---\n${keys}\n---\n`);
    expect(findings).toEqual([]);
    return data;
  };

  it('reads TOML between +++ lines', () => {
    const { data, findings, body } = parse(
      '+++\ntitle = "甲"\ndate = 2020-01-02T10:00:00+08:00\nlastmod = 2020-01-03\ntags = ["a", "b"]\ndraft = true\n\n[taxonomies]\ncategories = ["c"]\n+++\n正文',
    );
    expect(findings).toEqual([]);
    expect(data).toMatchObject({ title: '甲', tags: ['a', 'b', 'c'], draft: true });
    expect(data.date?.toISOString()).toBe('2020-01-02T02:00:00.000Z');
    expect(data.updated?.toISOString()).toBe('2020-01-03T00:00:00.000Z');
    expect(body.trimStart()).toBe('正文');
    expect(body.split('\n')).toHaveLength(11);
  });

  it.each([
    ['+++\ntitle = 甲\n+++\n', 'front-matter/invalid-toml', 2, 9],
    ['+++\ntilte = "甲"\n+++\n', 'front-matter/unknown-key', 2, 1],
    ['+++\ntitle = "甲"\ndraft = "也许"\n+++\n', 'front-matter/invalid-value', 3, 9],
    ['+++\ntitle = "甲"\n\n正文', 'front-matter/unclosed', 1, 1],
    ['title: 甲\ndate: 2025-02-30\n---\n', 'front-matter/invalid-date', 2, 7],
  ])('points at what is wrong in %j', (source, rule, line, column) => {
    expect(first(source)).toMatchObject({ rule, line, column });
  });

  it('takes +++ without keys for text', () => {
    expect(parse('+++\n\n正文\n').body).toBe('+++\n\n正文\n');
  });

  it('reads the keys of Hexo, which need no opening fence', () => {
    const { data, body, findings } = parse('title: 甲\r\ntags:\r\n  - a\r\n---\r\n正文');
    expect(findings).toEqual([]);
    expect(data).toMatchObject({ title: '甲', tags: ['a'] });
    expect(body).toBe('\r\n\r\n\r\n\r\n正文');
  });

  it('leaves a text that is underlined alone', () => {
    expect(parse('标题: 副标题\n---\n\n正文').body).toBe('标题: 副标题\n---\n\n正文');
  });

  it.each([
    ['tags: 机器学习, 深度学习', ['机器学习', '深度学习']],
    ['layout: post\ntags: ml dl', ['ml', 'dl']],
    ['tags: machine learning', ['machine learning']],
    ['tags: "#a #b/c"', ['a', 'b/c']],
    ['categories:\n  - [论文, 视觉]\n  - 笔记', ['论文', '视觉', '笔记']],
  ])('reads %j', (keys, tags) => {
    expect(dataOf(keys).tags).toEqual(tags);
  });

  it.each([
    ['published: false', { draft: true }],
    ['published: true', { draft: false }],
    ['permalink: /notes/lora.html', { slug: 'notes/lora' }],
    ['author: { name: 甲, link: https://example.org }', { authors: ['甲'] }],
    ['author: 甲, 乙', { authors: ['甲', '乙'] }],
    ['alias: LoRA', { aliases: ['LoRA'] }],
    ['cover: { image: ./a.png }', { cover: './a.png' }],
    ['series: [微调]\ndate: 2020-01-02', { series: { id: '微调', order: 20_200_102 } }],
    ['series: 微调\nseries_order: 3', { series: { id: '微调', order: 3 } }],
  ])('understands %j', (keys, expected) => {
    expect(dataOf(keys)).toMatchObject(expected);
  });

  it.each(['permalink: /:year/:title/', 'math: true', 'cover: false', 'tags:'])(
    'asks nothing of %j',
    (keys) => {
      expect(dataOf(keys)).toEqual(parse('').data);
    },
  );
});
