import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sourcesFingerprint, templateFingerprint } from '../../../src/build/template-fingerprint.ts';
import { defineSite } from '../../../src/settings.ts';

const site = defineSite(
  {
    name: 'N',
    description: 'D',
    url: 'https://example.org',
    base: '/',
    locales: [{ id: 'zh', tag: 'zh-CN' }],
  },
  {},
);

let root: string;
function write(name: string, content: string): void {
  const file = path.join(root, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
}

const fingerprint = (own = site, empty: readonly string[] = []): string =>
  templateFingerprint(sourcesFingerprint(own, new Set(empty), root), path.join(root, 'assets'));

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'downlink-templates-'));
  write('src/layouts/Page.astro', '<p>one</p>');
  write('package-lock.json', '{"packages":{"node_modules/katex":{"version":"0.19.1"}}}');
  write('assets/page.1.css', '');
});
afterEach(() => {
  rmSync(root, { recursive: true });
});

it.each([
  ['a template', 'src/layouts/Page.astro', '<p>two</p>'],
  ['a new module', 'src/markdown/remark-new.ts', ''],
  ['the name of a module', 'src/layouts/Other.astro', '<p>one</p>'],
  ['the configuration', 'astro.config.mjs', 'export default {}'],
  [
    'the version of a package',
    'package-lock.json',
    '{"packages":{"node_modules/katex":{"version":"0.19.2"}}}',
  ],
  ['a package that is installed', 'node_modules/.package-lock.json', '{}'],
  ['a style sheet', 'assets/page.2.css', ''],
])('is another one with %s', (_what, name, content) => {
  const before = fingerprint();
  expect(fingerprint()).toBe(before);
  write(name, content);
  expect(fingerprint()).not.toBe(before);
});

it('is another one with another setting', () => {
  expect(fingerprint({ ...site, pageSize: site.pageSize + 1 })).not.toBe(fingerprint());
});

it('is the same with the image of an article', () => {
  const before = fingerprint();
  write('assets/figure.1.webp', '');
  expect(fingerprint()).toBe(before);
});

it('is another one where the header leads to fewer lists', () => {
  expect(fingerprint(site, ['/docs/'])).not.toBe(fingerprint());
  expect(fingerprint(site, ['/tags/', '/docs/'])).toBe(fingerprint(site, ['/docs/', '/tags/']));
});
