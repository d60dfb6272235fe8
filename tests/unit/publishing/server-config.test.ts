import { describe, expect, it } from 'vitest';
import { headerRules } from '../../../src/headers/header-rules.ts';
import { caddyText } from '../../../src/publishing/caddy-config.ts';
import type { HostedSite } from '../../../src/publishing/hosted-site.ts';
import { nginxText } from '../../../src/publishing/nginx-config.ts';
import { hostRedirects } from '../../../src/publishing/redirects-file.ts';

const siteUnder = (base: string): HostedSite => ({
  base,
  rules: headerRules({
    base,
    hashes: { scripts: ['sha256-a='], styles: [] },
    foreign: {},
    folders: ['en', 'posts'],
    pages: ['404.html', 'index.html'],
    files: ['rss.xml'],
    searchWorkers: ['_assets/search-worker-x.js'],
  }),
  redirects: hostRedirects([{ from: '/旧/', to: '/posts/新/' }], base),
  missing: [`${base}404.html`, `${base}en/404.html`],
});

/** The lines inside of a location, and inside of those in it. */
const inside = (text: string, place: string): string => {
  const from = text.indexOf(`location ${place} {`);
  expect(from, place).toBeGreaterThanOrEqual(0);
  const indent = /[^\S\n]*$/u.exec(text.slice(0, from))?.[0] ?? '';
  return text.slice(from, text.indexOf(`\n${indent}}`, from));
};

describe.each(['/', '/some/base/'])('the configuration of nginx under %s', (base) => {
  const site = siteUnder(base);
  const text = nginxText(site);

  it('is one location for each rule, with all headers that hold there', () => {
    expect(inside(text, `= "${base}_assets/search-worker-x.js"`)).toContain('wasm-unsafe-eval');
    expect(inside(text, `= "${base}_assets/search-worker-x.js"`)).toContain('immutable');
    expect(inside(text, `^~ "${base}_assets/"`)).toContain('nosniff');
    expect(inside(text, `~ "^${base}pagefind/[^/]+/[^/]+$"`)).toContain('no-cache');
    expect(inside(text, `^~ "${base}en/"`)).toContain(`error_page 404 ${base}en/404.html;`);
    expect(inside(text, base)).toContain(`error_page 404 ${base}404.html;`);
    const places = text.match(/^ *location .*$/gmu) ?? [];
    expect(places).toHaveLength(new Set(places).size);
    // Each rule, each redirect, and the base path without its slash.
    expect(places).toHaveLength(site.rules.length + site.redirects.length + (base === '/' ? 0 : 1));
  });

  it('touches nothing outside of the site, and redirects within it', () => {
    const top = text.match(/^\S.*$/gmu) ?? [];
    for (const line of top) expect(line).toMatch(/^(?:#.*|location .* \{|\})$/u);
    expect(inside(text, `= "${base}旧"`)).toContain(`return 301 ${base}posts/%E6%96%B0/;`);
    expect(inside(text, `= "${base}旧/"`)).toContain(`return 301 ${base}posts/%E6%96%B0/;`);
  });
});

describe.each(['/', '/some/base/'])('the configuration of Caddy under %s', (base) => {
  const text = caddyText(siteUnder(base));

  it('lets a later header take the place of an earlier one', () => {
    expect(text.indexOf(`path "${base}*"`)).toBeGreaterThan(0);
    expect(text.indexOf(`path "${base}*"`)).toBeLessThan(text.indexOf(`path "${base}posts/*"`));
    expect(text).toContain(`path_regexp "^${base}pagefind/[^/]+/[^/]+$"`);
    expect(text.indexOf(`rewrite * ${base}en/404.html`)).toBeLessThan(
      text.indexOf(`rewrite * ${base}404.html`),
    );
    expect(text.split('{').length).toBe(text.split('}').length);
  });

  it('redirects, and sends what is compressed already', () => {
    expect(text).toContain(`"${base}旧/" "${base}posts/%E6%96%B0/"`);
    expect(text).toContain('precompressed br gzip');
  });
});
