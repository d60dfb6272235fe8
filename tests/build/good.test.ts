import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixture, runCommand, signalAt, snapshot, startCommand, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const out = path.join(folder, 'dist');
const page = (name: string): string => readFileSync(path.join(out, name), 'utf8');

beforeAll(async () => {
  // Outside of the project and not writable, as on a server that mounts the content.
  const content = path.join(folder, 'content');
  cpSync(fixture('good'), content, { recursive: true });
  chmodSync(path.join(content, 'posts'), 0o555);
  chmodSync(content, 0o555);
  const { code, output } = await runCommand('build', ['--content', content, '--out', out]);
  expect(output).not.toMatch(/warn|error/iu);
  expect(code).toBe(0);
});
afterAll(() => {
  chmodSync(path.join(folder, 'content'), 0o755);
  chmodSync(path.join(folder, 'content', 'posts'), 0o755);
  remove();
});

describe('a small site', () => {
  it('has formulas and code in Markdown and in MDX, and no slot is left', () => {
    for (const name of ['posts/first/index.html', 'posts/third/index.html']) {
      expect(page(name)).toContain('class="katex"');
      expect(page(name)).toContain('class="t-');
    }
    expect(page('posts/third/index.html')).toContain('答案是 42');
    for (const [name, text] of snapshot(out)) {
      if (name.endsWith('.html')) expect(Buffer.from(text, 'base64').toString()).not.toContain('data-slot');
    }
  });

  it('lists headings with their formulas and code, and numbers them as the site does', () => {
    const contents = /<nav class="contents[^]*?<\/nav>/u.exec(page('posts/first/index.html'))?.[0] ?? '';
    expect(contents).toMatch(/href="#秩-r-与-rank"[^>]*>\s*<span class="number[^>]*>2 <\/span>/u);
    expect(contents).toContain('<math');
    expect(contents).toMatch(/<code[^>]*>rank<\/code>/u);
    expect(page('posts/first/index.html')).toMatch(/<svg class="scale[^]*?<text[^>]*>\s*2\s*<\/text>/u);
  });

  it('sizes and converts images', () => {
    expect(page('posts/first/index.html')).toMatch(
      /<img[^>]*src="\/_assets\/line\.[^"]+\.webp"[^>]*width="64"[^>]*height="48"|<img[^>]*width="64"[^>]*height="48"[^>]*src="\/_assets\/line\.[^"]+\.webp"/u,
    );
  });

  it('links between files', () => {
    expect(page('posts/first/index.html')).toContain('href="/posts/second/"');
    expect(page('posts/first/index.html')).toContain('href="/posts/third/"');
  });

  it('has feed, sitemap, robots, 404 and a search index', () => {
    expect(page('rss.xml')).toContain('<title>第一篇</title>');
    // A letter that browsers show, where they would ignore the variant of another.
    expect(page('rss.xml')).toContain('ℝ&lt;/mi&gt;');
    expect(page('sitemap.xml')).toContain('https://downlink.example/posts/first/');
    expect(page('robots.txt')).toContain('Sitemap: https://downlink.example/sitemap.xml');
    expect(page('404.html')).toContain('noindex');
    expect(existsSync(path.join(out, 'pagefind', 'zh', 'articles', 'pagefind.js'))).toBe(true);
  });

  it('carries whole articles in its feed, for readers on another site', () => {
    const feed = page('rss.xml');
    const escaped = (html: string): string => html.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expect(feed).toContain(escaped('<mfrac><mi>α</mi><mi>r</mi></mfrac>'));
    expect(feed).toContain('答案是 42');
    expect(feed).not.toMatch(/class="katex|data-slot|(?:href|src)="[/#]/u);
    const image = /src="https:\/\/downlink\.example\/([^"]+\.webp)"/u.exec(feed)?.[1] ?? '';
    expect(existsSync(path.join(out, image))).toBe(true);
  });

  it('loads no style sheet for formulas where there are none', () => {
    expect(page('index.html')).not.toContain('katex');
  });

  it('has unique ids and no dead link or anchor', () => {
    const ids = new Map<string, Set<string>>();
    const pages = [...snapshot(out)].filter(([name]) => name.endsWith('.html'));
    for (const [name, text] of pages) {
      const found = [
        ...Buffer.from(text, 'base64')
          .toString()
          .matchAll(/\sid="([^"]*)"/gu),
      ].map(([, id = '']) => id);
      expect(found, name).toEqual([...new Set(found)]);
      ids.set(`/${name.replace(/index\.html$/u, '')}`, new Set(found));
    }
    for (const [name, text] of pages) {
      const html = Buffer.from(text, 'base64').toString();
      for (const [, link = ''] of html.matchAll(/\s(?:href|src)="([^"]*)"/gu)) {
        if (/^(?:https?:|data:)/u.test(link)) continue;
        const [target = '', fragment = ''] = decodeURI(link).split('#');
        const own = `/${name.replace(/index\.html$/u, '')}`;
        const file = target === '' ? own : target;
        const known = ids.has(file) || existsSync(path.join(out, file));
        expect(known, `${name} → ${link}`).toBe(true);
        if (fragment)
          expect(ids.get(file)?.has(decodeURIComponent(fragment)), `${name} → ${link}`).toBe(true);
      }
    }
  });
});

describe('a folder of bare files', () => {
  it('builds without front matter, with warnings for the dates', async () => {
    const bare = path.join(folder, 'bare-dist');
    const { code, output } = await runCommand('build', ['--content', fixture('bare'), '--out', bare]);
    expect(code).toBe(0);
    expect(output).not.toContain('error ');
    const html = readFileSync(path.join(bare, 'posts/notes/self-attention/index.html'), 'utf8');
    expect(html).toContain('<h1');
    expect(html).toContain('自注意力');
  });
});

describe('a build that does not end well', () => {
  it('leaves the built site as it was when it is interrupted', async () => {
    const before = snapshot(out);
    const args = ['--content', fixture('good'), '--out', out];
    const { code } = await runCommand('build', args, signalAt('SIGINT', /checked/u));
    expect(code).toBe(130);
    expect(snapshot(out)).toEqual(before);
    for (const rest of ['.dist-next', '.dist-search'])
      expect(existsSync(path.join(folder, rest)), rest).toBe(false);
    expect(existsSync(path.join(folder, '.dist-lock'))).toBe(false);
  });

  it('steps aside when another build is at work', async () => {
    const before = snapshot(out);
    const args = ['--content', fixture('good'), '--out', out];
    // It stands still until the other one has been there.
    const first = startCommand('build', args, signalAt('SIGSTOP', /checked/u));
    await expect.poll(() => existsSync(path.join(folder, '.dist-lock'))).toBe(true);
    const second = await runCommand('build', args);
    first.child.kill('SIGCONT');
    expect(second.code).toBe(1);
    expect(second.output).toContain(`process ${String(first.child.pid)}`);
    expect((await first.done).code).toBe(0);
    expect([...snapshot(out).keys()]).toEqual([...before.keys()]);
  });

  it('never replaces a folder that it did not write', async () => {
    const precious = path.join(folder, 'precious');
    mkdirSync(precious);
    writeFileSync(path.join(precious, 'thesis.tex'), 'x');
    const { code, output } = await runCommand('build', ['--content', fixture('good'), '--out', precious]);
    expect(code).toBe(1);
    expect(output).toContain('did not write');
    expect(snapshot(precious).size).toBe(1);
  });
});
