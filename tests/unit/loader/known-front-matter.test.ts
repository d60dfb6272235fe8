import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Finding } from '../../../src/diagnostics/diagnostic.ts';
import { knownFrontMatter, parseAnew } from '../../../src/loader/known-front-matter.ts';
import { DiskCache } from '../../../src/renditions/disk-cache.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-front-matter-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Reads in one run what an earlier one has read; gives what both have made of it, and how much is kept. */
function readTwice(yaml: string) {
  const runs = [0, 1].map(() => {
    const disk = new DiskCache(folder);
    const findings: Finding[] = [];
    const values = knownFrontMatter(disk)({ yaml }, (finding) => findings.push(finding));
    disk.save();
    return { values, findings };
  });
  const findings: Finding[] = [];
  const anew = { values: parseAnew({ yaml }, (finding) => findings.push(finding)), findings };
  return { runs, anew };
}

it('makes the same of front matter that an earlier run has read', () => {
  const { runs, anew } = readTwice(
    'title: 一篇\ndate: 2026-01-02\nupdated: 2026-02-03T08:00:00+08:00\ntags: [甲, 乙]\nseries: { id: 丙, order: 2 }\nnotation: { $x$: 输入 }\nredirect_from: [/old/]\n',
  );
  expect(runs).toEqual([anew, anew]);
  expect(runs[1]?.values.date).toEqual(new Date('2026-01-02'));
  expect(runs[1]?.values.series).toMatchObject({ id: '丙' });
});

it('reads front matter again in which something is wrong, and says so each time', () => {
  const { runs, anew } = readTwice('title: 一篇\ndate: 2026-02-30\n');
  expect(anew.findings.map(({ rule }) => rule)).toEqual(['front-matter/invalid-date']);
  expect(runs).toEqual([anew, anew]);
});

it('reads an empty head, and another text, by itself', () => {
  const disk = new DiskCache(folder);
  const parse = knownFrontMatter(disk);
  const silent = (): void => undefined;
  expect(parse({ yaml: 'title: 甲\n' }, silent).title).toBe('甲');
  expect(parse({ yaml: 'title: 乙\n' }, silent).title).toBe('乙');
  expect(parse({ toml: 'title = "丙"\n' }, silent).title).toBe('丙');
  expect(parse({}, silent)).toEqual(parseAnew({}, silent));
});
