import { existsSync } from 'node:fs';
import path from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture, runCommand, snapshot, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const base = '/some/base/';
const contentOf = (html: string, property: string): string =>
  new RegExp(`<meta (?:property|name)="${property}" content="([^"]*)"`, 'u').exec(html)?.[1] ?? '';

const out = path.join(folder, 'dist');

beforeAll(async () => {
  const { code, output } = await runCommand(
    'build',
    ['--content', fixture('good'), '--out', out, '--base', base],
    { DOWNLINK_CACHE: path.join(folder, 'cache'), DOWNLINK_SITE: 'https://site.example' },
  );
  expect(output).toMatch(/(\d+) social images written, \1 of them drawn anew/u);
  expect(code).toBe(0);
});
afterAll(remove);

it('every page has an image of its own, of the size that it says', async () => {
  // The page for readers without a network has no address that anybody shares.
  const isShared = (name: string): boolean => name.endsWith('.html') && !name.includes('offline/');
  const pages = [...snapshot(out)].filter(([name]) => isShared(name));
  const images = new Map<string, string>();
  for (const [name, text] of pages) {
    const html = Buffer.from(text, 'base64').toString();
    const address = contentOf(html, 'og:image');
    expect(address, name).toMatch(/^https:\/\/site\.example\/some\/base\/_assets\/social\/[\da-f]+\.png$/u);
    images.set(name, path.join(out, address.slice(`https://site.example${base}`.length)));
    expect(existsSync(images.get(name) ?? ''), name).toBe(true);
    expect(contentOf(html, 'og:image:alt'), name).not.toBe('');
    expect(contentOf(html, 'twitter:card'), name).toBe('summary_large_image');
    const { width, height } = await sharp(images.get(name)).metadata();
    expect([width, height].map(String)).toEqual([
      contentOf(html, 'og:image:width'),
      contentOf(html, 'og:image:height'),
    ]);
  }
  expect(new Set(images.values()).size).toBe(pages.length);
});
