import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { folderTitle } from '../../../src/loader/folder-title.ts';

const root = mkdtempSync(path.join(tmpdir(), 'downlink-title-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('folderTitle', () => {
  it.each([
    ['读书笔记', undefined, '读书笔记'],
    ['a', '# 深度学习笔记\r\n\r\n正文', '深度学习笔记'],
    ['b', 'No heading', 'b'],
    ['c', 'Text\n\n# Notes on attention #\n\n# Another\n', 'Notes on attention'],
  ])('of %s', (name, readme, title) => {
    const folder = path.join(root, name);
    mkdirSync(folder);
    if (readme !== undefined) writeFileSync(path.join(folder, 'README.md'), readme);
    expect(folderTitle(folder)).toBe(title);
  });
});
