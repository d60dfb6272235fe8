import { describe, expect, it } from 'vitest';
import { defineSite } from '../../src/settings.ts';

const minimal = {
  name: 'N',
  description: 'D',
  url: 'https://example.org/',
  locales: [{ id: 'zh', tag: 'zh-CN' }],
};

describe('defineSite', () => {
  it('fills in defaults and trims the address', () => {
    expect(defineSite(minimal, {})).toMatchObject({ url: 'https://example.org', base: '/', pageSize: 7 });
  });
  it('lets the environment set address and base path', () => {
    const editUrl = 'https://git.example/{path}';
    const env = { DOWNLINK_SITE: 'https://a.example', DOWNLINK_BASE: '/b', DOWNLINK_EDIT_URL: editUrl };
    expect(defineSite(minimal, env)).toMatchObject({ url: 'https://a.example', base: '/b/', editUrl });
  });
  it('lets the environment set severities over those of the site', () => {
    const site = { ...minimal, rules: { 'link/dead': 'warn', 'math/strict': 'off' } as const };
    const { rules } = defineSite(site, { DOWNLINK_RULES: 'link/dead=off, math/syntax=warn' });
    expect(rules).toEqual({ 'link/dead': 'off', 'math/strict': 'off', 'math/syntax': 'warn' });
    for (const wrong of ['link/dead', 'link/dead=fatal', ',']) {
      expect(() => defineSite(minimal, { DOWNLINK_RULES: wrong }), wrong).toThrow(/DOWNLINK_RULES/u);
    }
  });
  it('lets the environment name another site, which its texts are not about', () => {
    const { name, locales } = defineSite({ ...minimal, about: '论文' }, { DOWNLINK_NAME: '笔记' });
    expect([name, locales[0]?.description, locales[0]?.about]).toEqual(['笔记', '笔记', []]);
  });
  it('needs a place for the path in the address for edits', () => {
    expect(() => defineSite({ ...minimal, editUrl: 'https://git.example/' }, {})).toThrow(
      /editUrl: must contain \{path\}/u,
    );
  });
  it('takes hosts for the policy of pages, and nothing that would undo it', () => {
    const withSource = (source: string) =>
      defineSite({ ...minimal, contentPolicy: { 'frame-src': [source] } }, {});
    expect(withSource('https://player.example').contentPolicy).toEqual({
      'frame-src': ['https://player.example'],
    });
    for (const source of [
      "'unsafe-inline'",
      'https:',
      'http://a.example',
      'https://a.example; script-src *',
    ]) {
      expect(() => withSource(source), source).toThrow(/contentPolicy\.frame-src/u);
    }
  });
  it('names the file and the key of every wrong value', () => {
    expect(() => defineSite({ ...minimal, url: 'example', pageSize: 0 }, {})).toThrow(
      /src\/site\.config\.ts:\d+:3: url: .*\nsrc\/site\.config\.ts:\d+:3: pageSize: /u,
    );
  });

  describe('locales', () => {
    const two = {
      ...minimal,
      description: { zh: '甲', en: 'A' },
      about: { zh: '丙\n\n丁\n', en: 'C' },
      navigation: [{ label: { zh: '更新', en: 'Updates' }, path: '/' }],
      locales: [
        { id: 'zh', tag: 'zh-CN', name: '中文' },
        { id: 'en', tag: 'en' },
      ],
    };

    it('have their part of the texts, and a prefix but for the first', () => {
      expect(defineSite(two, {}).locales).toEqual([
        {
          ...{ id: 'zh', tag: 'zh-CN', name: '中文', prefix: '', description: '甲' },
          about: ['丙', '丁'],
          navigation: [{ label: '更新', path: '/' }],
        },
        {
          ...{ id: 'en', tag: 'en', name: 'en', prefix: '/en', description: 'A' },
          about: ['C'],
          navigation: [{ label: 'Updates', path: '/' }],
        },
      ]);
      expect(defineSite({ ...two, description: '乙' }, {}).locales[1]?.description).toBe('乙');
    });

    it.each([
      ['zh', ['zh']],
      ['en', ['en']],
      ['en, zh', ['en', 'zh']],
    ])('are those that DOWNLINK_LOCALES names: %j', (named, ids) => {
      const { locales } = defineSite(two, { DOWNLINK_LOCALES: named });
      expect(locales.map(({ id }) => id)).toEqual(ids);
      expect(locales[0]?.prefix).toBe('');
    });

    it('are known, and each is named once', () => {
      expect(() => defineSite(two, { DOWNLINK_LOCALES: 'fr' })).toThrow('has no locale `fr`');
      expect(() => defineSite(two, { DOWNLINK_LOCALES: 'en,en' })).toThrow('two locales have the same id');
    });

    it('miss no text', () => {
      expect(() => defineSite({ ...two, description: { zh: '甲' } }, {})).toThrow(
        'description: has no text for the locale en',
      );
      const navigation = [{ label: { en: 'Updates' }, path: '/' }];
      expect(() => defineSite({ ...two, navigation }, {})).toThrow(
        'navigation.0.label: has no text for the locale zh',
      );
      expect(
        defineSite({ ...two, description: { zh: '甲' } }, { DOWNLINK_LOCALES: 'zh' }).locales,
      ).toHaveLength(1);
    });

    it('have a tag that browsers know', () => {
      const locales = [{ id: 'zh', tag: 'not a tag' }];
      expect(() => defineSite({ ...two, locales }, {})).toThrow('must be a language tag such as zh-CN');
    });
  });
});
