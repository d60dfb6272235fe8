import { describe, expect, it } from 'vitest';
import { defineSite } from '../../src/settings.ts';

const minimal = {
  name: 'N',
  description: 'D',
  url: 'https://example.org',
  locales: [{ id: 'zh', tag: 'zh-CN' }],
};

/** What is said of settings that an author without types could write. */
function said(written: object, env: Record<string, string> = {}, source = ''): string {
  try {
    defineSite({ ...minimal, ...written }, env, () => source);
  } catch (error) {
    return (error as Error).message;
  }
  return 'nothing';
}

describe('a wrong value of src/site.config.ts is answered with the right text', () => {
  it.each<[object, string]>([
    [{ descripton: 'D' }, 'the configuration: there is no key `descripton`; did you mean `description`?'],
    [{ math: { macro: {} } }, 'math: there is no key `macro`; did you mean `macros`?'],
    [
      { locales: [{ id: 'zh', tag: 'zh-CN', flag: 1 }] },
      'locales.0: there is no key `flag`; write one of `id`, `tag` or `name`',
    ],
    [{ pageSize: '7' }, 'pageSize: must be a number; write `7`'],
    [{ pageSize: -1 }, 'pageSize: must be more than 0; write `1`'],
    [{ offline: 'yes' }, 'offline: must be `true` or `false`; write `true`'],
    [{ name: 5 }, "name: must be a text in quotes; write `'5'`"],
    [{ name: undefined }, 'name: is missing'],
    [{ base: 'blog/' }, "base: must begin with `/`; write `'/blog/'`"],
    [{ navigation: [{ label: 'A', path: 'a/' }] }, "navigation.0.path: must begin with `/`; write `'/a/'`"],
    [{ locales: [] }, 'locales: must not be empty'],
    [
      { locales: [{ id: 'zh', tag: 'zh_CN' }] },
      "locales.0.tag: must be a language tag such as zh-CN; write `'zh-CN'`",
    ],
    [
      { url: 'me.github.io' },
      "url: must be an address such as `https://example.org`; write `'https://me.github.io'`",
    ],
    [
      { url: 'https://me.github.io/blog/' },
      "url: must have no path, which stands in `base`; write `'https://me.github.io'`",
    ],
    [{ url: 'blog' }, 'url: must be an address such as `https://example.org`'],
    [
      { editUrl: 'https://git.example/' },
      "editUrl: must contain {path}; write `'https://git.example/{path}'`",
    ],
    [
      { contentPolicy: { 'img-src': 'https://a.example' } },
      "contentPolicy.img-src: must be a list, `[…]`; write `[ 'https://a.example' ]`",
    ],
    [
      { rules: { 'link/dead': 'warning' } },
      "rules.link/dead: must be `error`, `warn` or `off`; write `'warn'`",
    ],
    [{ rules: { 'link/dead': 'fatal' } }, 'rules.link/dead: must be `error`, `warn` or `off`'],
    [{ math: { macros: { R: 'x' } } }, 'math.macros.R: must be the name of a macro, such as `\\\\R`'],
  ])('%j', (written, line) => {
    expect(said(written)).toBe(`src/site.config.ts: ${line}`);
  });

  it('and with its place in the file', () => {
    const source = `import { defineSite } from './settings.ts';
export const site = defineSite({
  // pageSize: 'no', 'nor this'
  description: { zh: 'pageSize: {', en: "\\"}" },
  pageSize: '7',
  navigation: [
    { label: { zh: '甲' }, path: '/' },
    { label: { zh: '乙' }, 'path': 'tags' },
  ],
  rules: { 'link/dead': 'warning', extra: [1, 2] }, math: { macro: {} },
});
`;
    const written = {
      pageSize: '7',
      navigation: [
        { label: 'A', path: '/' },
        { label: 'B', path: 'tags' },
      ],
      rules: { 'link/dead': 'warning' },
      math: { macro: {} },
      base: 'x',
    };
    expect(said(written, {}, source).split('\n').toSorted()).toEqual([
      "src/site.config.ts: base: must begin with `/`; write `'/x'`",
      "src/site.config.ts:10:12: rules.link/dead: must be `error`, `warn` or `off`; write `'warn'`",
      'src/site.config.ts:10:61: math: there is no key `macro`; did you mean `macros`?',
      'src/site.config.ts:5:3: pageSize: must be a number; write `7`',
      "src/site.config.ts:8:27: navigation.1.path: must begin with `/`; write `'/tags'`",
    ]);
  });

  it('proposes only what the settings would take', () => {
    const url = "'unsafe-inline'";
    expect(said({ contentPolicy: { 'img-src': [url] } })).not.toContain('write');
  });
});

describe('a wrong variable of the environment', () => {
  it.each<[Record<string, string>, string]>([
    [{ DOWNLINK_BASE: 'blog' }, 'DOWNLINK_BASE: must begin with `/`; write `DOWNLINK_BASE=/blog`'],
    [
      { DOWNLINK_BASE: 'https://me.github.io/blog/' },
      'DOWNLINK_BASE: must begin with `/`; write `DOWNLINK_BASE=/blog/`',
    ],
    [
      { DOWNLINK_SITE: 'me.github.io' },
      'DOWNLINK_SITE: must be an address such as `https://example.org`; write `DOWNLINK_SITE=https://me.github.io`',
    ],
    [{ DOWNLINK_LOCALES: 'de' }, 'DOWNLINK_LOCALES: src/site.config.ts has no locale `de`; write `zh`'],
    [
      { DOWNLINK_RULES: 'link/dead=warning' },
      'DOWNLINK_RULES: `link/dead=warning` names no severity; write `link/dead=warn`',
    ],
    [
      { DOWNLINK_RULES: 'link/dead' },
      'DOWNLINK_RULES: `link/dead` names no severity; write `link/dead=error`, `link/dead=warn` or `link/dead=off`',
    ],
    [{ DOWNLINK_SOCIAL_IMAGES: 'no' }, 'DOWNLINK_SOCIAL_IMAGES: write `0` for no images, or `1`'],
  ])('%j is named, with the right one', (env, line) => {
    expect(said({}, env)).toBe(line);
  });

  it('that is empty is none', () => {
    expect(said({}, { DOWNLINK_SITE: '', DOWNLINK_SOCIAL_IMAGES: '', DOWNLINK_BASE: '' })).toBe('nothing');
  });
});
