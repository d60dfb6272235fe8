import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fromHtmlIsomorphic } from 'hast-util-from-html-isomorphic';
import { toHtml } from 'hast-util-to-html';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fixture, runCommand, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const out = path.join(folder, 'dist');

/**
 * From an article's title to its own foot: its text, contents and symbols, as a browser reads it. MDX is
 * printed by another printer, which writes `<br/>` and `checked` where that of Markdown writes `<br>` and
 * `checked=""`.
 */
function articleOf(slug: string): string[] {
  const html = readFileSync(path.join(out, 'posts', slug, 'index.html'), 'utf8');
  const article = html.slice(html.indexOf('<article'), html.indexOf('<footer class="foot"'));
  const tree = fromHtmlIsomorphic(article.replaceAll(`/posts/${slug}/`, '/posts/…/'), { fragment: true });
  return toHtml(tree).replaceAll('><', '>\n<').split('\n');
}

/** The style sheet of a page that its formulas need. */
function rulesOf(slug: string): string {
  const html = readFileSync(path.join(out, 'posts', slug, 'index.html'), 'utf8');
  const name = /\/_assets\/formulas-[\w-]+\.css/u.exec(html)?.[0] ?? '';
  return readFileSync(path.join(out, name), 'utf8');
}

beforeAll(async () => {
  const posts = path.join(folder, 'content', 'posts');
  mkdirSync(posts, { recursive: true });
  cpSync(fixture('same'), posts, { recursive: true, filter: (file) => !file.endsWith('article.md') });
  const text = readFileSync(path.join(fixture('same'), 'article.md'), 'utf8');
  writeFileSync(path.join(posts, 'one.md'), text);
  writeFileSync(path.join(posts, 'two.mdx'), text);
  writeFileSync(path.join(posts, 'other.md'), '---\ntitle: 另一篇\ndate: 2025-01-01\n---\n正文。\n');
  const args = ['--content', path.join(folder, 'content'), '--out', out];
  const { code, output } = await runCommand('build', args);
  expect(output).not.toMatch(/warning|error/u);
  expect(code).toBe(0);
});
afterAll(remove);

it('an article is the same page in Markdown and in MDX', () => {
  const markdown = articleOf('one');
  expect(markdown.length).toBeGreaterThan(1000);
  expect(articleOf('two')).toEqual(markdown);
  expect(rulesOf('one')).toMatch(/\.s[\da-f]{10}:not/u);
  expect(rulesOf('two')).toBe(rulesOf('one'));
});
