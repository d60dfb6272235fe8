import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { differences, readCitedTable } from './cited-table.ts';

const posts = new URL('../../../content/posts/', import.meta.url).pathname;
const files = globSync('*/data/*.yaml', { cwd: posts }).toSorted();
const slugs = [...new Set(files.map((file) => file.split('/')[0] ?? ''))];

const articleOf = (slug: string): string =>
  globSync(`${slug}/*.{md,mdx}`, { cwd: posts, absolute: true })
    .toSorted()
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');

describe.each(slugs)('the tables that %s cites', (slug) => {
  const own = files.filter((file) => file.startsWith(`${slug}/`));
  const tables = own.map((file) => readCitedTable(readFileSync(path.join(posts, file), 'utf8')));
  const article = articleOf(slug);

  it('say what the files beside the article say', () => {
    expect(differences(article, tables)).toEqual([]);
  });

  it.each(tables.map((table) => [table.source.key, table] as const))(
    'name their source, %s',
    (key, { retrieved }) => {
      expect(article).toContain(`@${key}`);
      const bibliography = readFileSync(path.join(posts, slug, 'refs.bib'), 'utf8');
      expect(bibliography).toMatch(new RegExp(`^@\\w+\\{${key},`, 'mu'));
      expect(Date.parse(retrieved)).toBeLessThanOrEqual(Date.now());
    },
  );
});

describe('a value that differs', () => {
  const yaml = (value: string): string =>
    `table: tbl-a\nsource: { key: k, place: 表 1 }\nretrieved: 2026-11-28\ncolumns: [方法, 得分]\nrows:\n  - [甲, ${value}]\n  - [乙, 2]\n`;
  const article = (rows: string): string =>
    `文\n\n| 方法[@k] | 得分 |\n| --- | ---: |\n${rows}\n\n: 结果 {#tbl-a}\n`;
  const check = (rows: string, value = '73.0'): string[] =>
    differences(article(rows), [readCitedTable(yaml(value))]);

  it.each([
    ['none', '| 甲 | **73.0** |\n| 乙 | :num[2]{= 1+1} |', []],
    ['a digit', '| 甲 | 73.1 |\n| 乙 | 2 |', ['tbl-a, 甲: 甲 | 73.1 instead of 甲 | 73.0']],
    ['a zero', '| 甲 | 73 |\n| 乙 | 2 |', ['tbl-a, 甲: 甲 | 73 instead of 甲 | 73.0']],
    ['a row too few', '| 甲 | 73.0 |', ['tbl-a has no row 乙']],
    ['a row too many', '| 甲 | 73.0 |\n| 乙 | 2 |\n| 丙 | 3 |', ['tbl-a has a row that no file has: 丙 | 3']],
  ])('%s', (_, rows, expected) => {
    expect(check(rows)).toEqual(expected);
  });

  it('is found where the table or a column is missing, too', () => {
    const table = readCitedTable(yaml('1'));
    expect(differences('文', [table])).toContain('there is no table tbl-a');
    expect(differences(article('| 甲 | 1 |\n| 乙 | 2 |').replace('得分', '分'), [table])).toContain(
      'tbl-a has no column 得分',
    );
  });
});
