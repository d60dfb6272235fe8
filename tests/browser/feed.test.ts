import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { runCommand, temporaryFolder } from '../build/run-build.ts';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const sites = inject('sites');
const { folder, remove } = temporaryFolder();
afterAll(remove);

/** What the W3C's feed validator says of an RSS 2.0 feed, as far as a feed of ours could break it. */
const problemsOf = (page: Page, xml: string, self: string): Promise<string[]> =>
  page.evaluate(
    ([source, own]) => {
      const found: string[] = [];
      const check = (isRight: boolean, problem: string): void => {
        if (!isRight) found.push(problem);
      };
      const document = new DOMParser().parseFromString(source, 'application/xml');
      const error = document.querySelector('parsererror');
      if (error) return [`not well-formed: ${error.textContent}`];
      check(source.startsWith('<?xml version="1.0" encoding="UTF-8"?>'), 'no XML declaration');
      const rss = document.documentElement;
      check(rss.tagName === 'rss' && rss.getAttribute('version') === '2.0', 'no RSS 2.0');
      const channels = [...rss.children];
      check(channels.length === 1 && channels[0]?.tagName === 'channel', 'not one channel');
      const textOf = (parent: Element | undefined, name: string): string => {
        const elements = [...(parent?.children ?? [])].filter(({ tagName }) => tagName === name);
        check(elements.length === 1, `${parent?.tagName ?? ''}: ${String(elements.length)} × <${name}>`);
        return elements[0]?.textContent ?? '';
      };
      const isAbsolute = (url: string): boolean =>
        /^https?:\/\/[^/\s]+\/\S*$/u.test(url) && URL.canParse(url);
      const isDate = (date: string): boolean =>
        /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} (?:GMT|[+-]\d{4})$/u.test(
          date,
        ) && new Date(date).toUTCString().slice(0, 3) === date.slice(0, 3);

      const [channel] = channels;
      for (const name of ['title', 'description']) check(textOf(channel, name) !== '', `empty <${name}>`);
      check(isAbsolute(textOf(channel, 'link')), 'channel: <link>');
      check(/^[a-z]{2,3}(?:-[A-Za-z\d]+)*$/u.test(textOf(channel, 'language')), '<language>');
      const atom = [...document.getElementsByTagNameNS('http://www.w3.org/2005/Atom', 'link')];
      check(atom.length === 1 && atom[0]?.getAttribute('rel') === 'self', 'no atom:link to itself');
      check(atom[0]?.getAttribute('href') === own, `atom:link: ${atom[0]?.getAttribute('href') ?? ''}`);
      check(atom[0]?.getAttribute('type') === 'application/rss+xml', 'atom:link: type');

      const guids = new Set<string>();
      const items = [...document.querySelectorAll('item')];
      check(items.length > 0, 'no items');
      for (const item of items) {
        const link = textOf(item, 'link');
        const inItem = (isRight: boolean, problem: string): void => {
          check(isRight, `${link}: ${problem}`);
        };
        inItem(isAbsolute(link), '<link>');
        inItem(textOf(item, 'title').trim() !== '', 'empty <title>');
        inItem(isDate(textOf(item, 'pubDate')), '<pubDate>');
        const guid = textOf(item, 'guid');
        inItem(isAbsolute(guid) && !guids.has(guid), `<guid> ${guid}`);
        guids.add(guid);
        // A text without paragraphs has none.
        const descriptions = [...item.children].filter(({ tagName }) => tagName === 'description');
        inItem(descriptions.length <= 1, 'several <description>');
        inItem(!/<\w/u.test(descriptions[0]?.textContent ?? ''), 'HTML in <description>');

        const content = textOf(item, 'content:encoded');
        inItem(content.trim() !== '', 'empty content');
        const body = new DOMParser().parseFromString(content, 'text/html');
        const dangerous =
          'script, style, link, meta, base, iframe, object, embed, applet, form, noscript, template';
        for (const { outerHTML } of body.querySelectorAll(dangerous)) {
          // The parser makes a head of its own, which is empty.
          inItem(false, outerHTML.slice(0, 80));
        }
        for (const element of body.querySelectorAll('*')) {
          for (const { name, value } of element.attributes) {
            const shown = `<${element.localName} ${name}="${value.slice(0, 60)}">`;
            inItem(!/^(?:on|style$|data-slot$)/u.test(name), shown);
            const isAddress = /^(?:href|src|poster|cite|action|formaction|background|longdesc)$/u.test(name);
            const isWithin = element.namespaceURI?.endsWith('/svg') && value.startsWith('#');
            if (isAddress && !isWithin) {
              inItem(/^(?:https?:\/\/|mailto:|tel:|data:image\/)/u.test(value), shown);
            }
            if (name === 'srcset') {
              for (const one of value.split(/,\s+/u)) inItem(isAbsolute(one.split(/\s/u)[0] ?? ''), shown);
            }
          }
        }
      }
      return found;
    },
    [xml, self] as const,
  );

/** What the validator says of an Atom feed (RFC 4287). */
const atomProblemsOf = (page: Page, xml: string, self: string): Promise<string[]> =>
  page.evaluate(
    ([source, own]) => {
      const found: string[] = [];
      const check = (isRight: boolean, problem: string): void => {
        if (!isRight) found.push(problem);
      };
      const document = new DOMParser().parseFromString(source, 'application/xml');
      const error = document.querySelector('parsererror');
      if (error) return [`not well-formed: ${error.textContent}`];
      const feed = document.documentElement;
      check(feed.namespaceURI === 'http://www.w3.org/2005/Atom' && feed.tagName === 'feed', 'no Atom');
      check(/^[a-z]{2,3}(?:-[A-Za-z\d]+)*$/u.test(feed.getAttribute('xml:lang') ?? ''), 'xml:lang');
      const all = (parent: Element, name: string): Element[] =>
        [...parent.children].filter(({ tagName }) => tagName === name);
      const one = (parent: Element, name: string): string => {
        const elements = all(parent, name);
        check(elements.length === 1, `${parent.tagName}: ${String(elements.length)} × <${name}>`);
        return elements[0]?.textContent ?? '';
      };
      const links = (parent: Element, rel: string): (string | null)[] =>
        all(parent, 'link')
          .filter((link) => link.getAttribute('rel') === rel)
          .map((link) => link.getAttribute('href'));
      const isDate = (text: string): boolean =>
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/u.test(text) && !Number.isNaN(Date.parse(text));
      check(links(feed, 'self').join() === own, 'link to itself');
      check(links(feed, 'alternate').length === 1, 'link to the site');
      for (const name of ['id', 'title', 'subtitle']) check(one(feed, name) !== '', `empty <${name}>`);
      check(isDate(one(feed, 'updated')), '<updated>');
      check(all(feed, 'author').length > 0, 'no author');
      const ids = new Set<string>();
      check(all(feed, 'entry').length > 0, 'no entries');
      for (const entry of all(feed, 'entry')) {
        const id = one(entry, 'id');
        check(URL.canParse(id) && !ids.has(id), `<id> ${id}`);
        ids.add(id);
        check(one(entry, 'title').trim() !== '', `${id}: empty <title>`);
        const [updated, published] = [one(entry, 'updated'), one(entry, 'published')];
        check(isDate(updated) && isDate(published) && published <= updated, `${id}: dates`);
        check(links(entry, 'alternate').join() === id, `${id}: link`);
        check(one(entry, 'content').trim() !== '', `${id}: empty <content>`);
        check(all(entry, 'content')[0]?.getAttribute('type') === 'html', `${id}: type of <content>`);
      }
      return found;
    },
    [xml, self] as const,
  );

/** The articles of a feed, so that the three can be compared. */
interface Article {
  readonly url: string;
  readonly html: string;
}

/** What an XML feed carries of each article. */
const articlesIn = (page: Page, xml: string, names: readonly [string, string, string]): Promise<Article[]> =>
  page.evaluate(
    ([source, [item, url, html]]) => {
      const document = new DOMParser().parseFromString(source, 'application/xml');
      const textOf = (parent: Element, name: string): string =>
        [...parent.children].find(({ tagName }) => tagName === name)?.textContent ?? '';
      return [...document.getElementsByTagName(item)].map((one) => ({
        url: textOf(one, url),
        html: textOf(one, html),
      }));
    },
    [xml, names] as const,
  );

const awkward = `---
title: 'A < B & "C" ]]> 𝒳 <T>'
date: 2026-01-31
tags: ['C++ & <T>', 'a"b']
description: 'x < y && y > z ]]>'
---

铃\u0007退\b竖\u000b非\uFFFE字，]]> 与 &amp;nbsp; 与 👩‍🔬。[相对](./other.mdx#节) 与 <a href="?q=1">查询</a>。[^1]

<img src="/favicon.svg" srcset="/favicon.svg 1x, /favicon.svg 2x" alt="图"> <q cite="/about/">引</q>

- [x] 完成

\`\`\`html
<script>alert("]]>")</script>
\`\`\`

\`\`\`dot
digraph { a -> b }
\`\`\`

\`\`\`mermaid
sequenceDiagram
  A->>B: x < y & z
\`\`\`

$$a < b \\land c > d \\label{eq-x}$$

见 @eq-x。

[^1]: 注。
`;
const mdx = `---
title: 另一篇
date: 2026-02-29T23:59:59+08:00
---

## 节

export const items = [1, 2];

{items.map((item) => <p style="color: red" onclick="alert(1)">{item}<script>alert(2)</script></p>)}

<p>{<iframe src="https://example.org/"></iframe>}后</p>
`;

describe('the feed', () => {
  it.each(Object.entries(sites))('of the site under %s is valid', async (_name, home) => {
    await visit(home, async (page) => {
      const xml = await (await fetch(`${home}rss.xml`)).text();
      const self = `https://downlink.example${new URL(home).pathname}rss.xml`;
      expect(await problemsOf(page, xml, self)).toEqual([]);
    });
  });

  it.each(Object.entries(sites))('of the site under %s is valid as Atom too', async (_name, home) => {
    await visit(home, async (page) => {
      const xml = await (await fetch(`${home}atom.xml`)).text();
      const self = `https://downlink.example${new URL(home).pathname}atom.xml`;
      expect(await atomProblemsOf(page, xml, self)).toEqual([]);
    });
  });

  it('carries the same articles in all three formats', async () => {
    await visit(sites.root, async (page) => {
      const [rss, atom] = await Promise.all(
        ['rss.xml', 'atom.xml'].map(async (name) => (await fetch(sites.root + name)).text()),
      );
      const json = (await (await fetch(`${sites.root}feed.json`)).json()) as {
        feed_url: string;
        items: { url: string; content_html: string }[];
      };
      const articles = await articlesIn(page, rss ?? '', ['item', 'link', 'content:encoded']);
      expect(articles.length).toBeGreaterThan(5);
      expect(await articlesIn(page, atom ?? '', ['entry', 'id', 'content'])).toEqual(articles);
      expect(json.items.map(({ url, content_html: html }) => ({ url, html }))).toEqual(articles);
      expect(json.feed_url).toBe('https://downlink.example/feed.json');
    });
  });

  it('is valid whatever articles hold', async () => {
    const content = path.join(folder, 'content');
    mkdirSync(content);
    writeFileSync(path.join(content, 'awkward.md'), awkward);
    writeFileSync(path.join(content, 'other.mdx'), mdx.replace('2026-02-29', '2026-02-28'));
    const out = path.join(folder, 'dist');
    const { output } = await runCommand('build', ['--content', content, '--out', out]);
    expect(output).not.toMatch(/ error /u);
    const xml = readFileSync(path.join(out, 'rss.xml'), 'utf8');
    await visit(sites.root, async (page) => {
      expect(await problemsOf(page, xml, 'https://downlink.example/rss.xml')).toEqual([]);
      const atom = readFileSync(path.join(out, 'atom.xml'), 'utf8');
      expect(await atomProblemsOf(page, atom, 'https://downlink.example/atom.xml')).toEqual([]);
    });
    expect(xml).toContain('A &lt; B &amp; ');
    expect(xml).toContain('铃退竖非字');
  });
});
