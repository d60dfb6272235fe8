import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { runCommand } from '../build/run-build.ts';

const folders = inject('folders');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-pdf-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Outline = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getOutline']>>;

/** What a reader of PDF knows of a file. */
async function read(file: string) {
  const pdf = await getDocumentProxy(new Uint8Array(readFileSync(file)));
  const pages = await Promise.all(
    Array.from({ length: pdf.numPages }, async (_, place) => {
      const page = await pdf.getPage(place + 1);
      const { items } = await page.getTextContent();
      const annotations = (await page.getAnnotations()) as { url?: string; dest?: unknown }[];
      return { text: items.map((item) => ('str' in item ? item.str : '')).join(''), annotations };
    }),
  );
  const { info } = await pdf.getMetadata();
  const links = pages.flatMap(({ annotations }) => annotations);
  return {
    info: info as Record<string, string>,
    pages: pages.map(({ text }) => text),
    urls: links.flatMap(({ url }) => url ?? []),
    inner: links.filter(({ dest }) => dest != null).length,
    outline: await pdf.getOutline(),
  };
}

const titles = (outline: Outline): string[] =>
  (outline as Outline | null)?.flatMap(({ title, items }) => [title, ...titles(items as Outline)]) ?? [];

describe('an article as PDF', () => {
  it('has numbered pages, an outline, its facts, and links that lead to the site', async () => {
    const { code, output } = await runCommand('pdf', ['mtp', '--to', folder, '--out', folders.root]);
    expect([code, output]).toEqual([0, expect.stringMatching(/mtp\.pdf: \d+ pages, [\d.]+ MB\n$/u)]);
    expect(readdirSync(folder)).toEqual(['mtp.pdf']);
    const { info, pages, urls, inner, outline } = await read(path.join(folder, 'mtp.pdf'));
    expect(info).toMatchObject({
      Title: 'MTP：一次预测多个 Token',
      Author: 'Downlink 编辑部',
      Creator: 'Downlink',
      CreationDate: 'D:20261108000000Z',
    });
    const count = pages.length;
    expect(count).toBeGreaterThan(8);
    for (const [place, text] of pages.entries()) {
      expect(text).toContain(`${String(place + 1)} / ${String(count)}`);
      // The first page has the title in large, and says where the article is.
      expect(text.includes('https://downlink.example/posts/mtp/')).toBe(place === 0);
      expect(text).toContain('MTP：一次预测多个 Token');
    }
    const headings = titles(outline);
    expect(headings[0]).toBe('MTP：一次预测多个 Token');
    expect(headings).toEqual(expect.arrayContaining(['1 问题：只看一步的监督', '参考文献', '文中链接']));
    // As it was written, and not as the radicals of which fonts may make the same signs.
    expect(pages.join('')).toContain('下一个 Token 是什么');
    expect(pages.join('')).not.toMatch(/[\u2E80-\u2FDF]/u);
    expect(urls).toContain('https://downlink.example/posts/medusa/');
    expect(urls.filter((url) => /127\.0\.0\.1|localhost|\.print/u.test(url))).toEqual([]);
    expect(inner).toBeGreaterThan(40);
  });

  it('is printed under the base path, with what is folded on the screen', async () => {
    const args = ['reading', '--to', folder, '--out', folders.reading];
    const { code, output } = await runCommand('pdf', args);
    expect(code, output).toBe(0);
    const { pages, urls } = await read(path.join(folder, 'reading.pdf'));
    expect(pages[0]).toContain('https://downlink.example/some/base/posts/reading/');
    expect(urls).toContain('https://downlink.example/some/base/posts/target/');
    expect(pages.join('')).toContain('藏着的第二段');
    expect(pages.join('')).toContain('rank = 8');
  });
});
