import { describe, expect, it } from 'vitest';
import { alternatesOf } from '../../src/alternates.ts';
import {
  defaultLocale,
  localeOfAddress,
  localeParams,
  locales,
  localeWithId,
  localHref,
} from '../../src/locales.ts';

const [zh, en] = locales;
if (!zh || !en) throw new Error('These tests are about the locales of the site.');

describe('the locales of the site', () => {
  it('are Chinese at the root and English under /en', () => {
    expect(locales.map(({ id, tag, prefix }) => [id, tag, prefix])).toEqual([
      ['zh', 'zh-CN', ''],
      ['en', 'en', '/en'],
    ]);
    expect(defaultLocale).toBe(zh);
  });

  it.each([
    ['/', zh],
    ['/en/', en],
    ['/en', en],
    ['/en/posts/lora/', en],
    ['/posts/en/', zh],
    ['/tags/en/', zh],
    ['/english/', zh],
    ['/zh/', zh],
  ])('are told by the address: %s', (address, locale) => {
    expect(localeOfAddress(address)).toBe(locale);
  });

  it('are found by id, the default one for all that is none', () => {
    expect(localeWithId('en')).toBe(en);
    expect(localeWithId('zh')).toBe(zh);
    expect(localeWithId('fr')).toBe(zh);
  });

  it('have addresses and parameters of their own', () => {
    expect(localHref(zh, '/tags/低秩/')).toBe(encodeURI('/tags/低秩/'));
    expect(localHref(en, '/')).toBe('/en/');
    expect(localeParams(zh)).toEqual({ locale: undefined });
    expect(localeParams(en)).toEqual({ locale: 'en' });
  });
});

const origin = 'https://downlink.example';

describe('alternatesOf', () => {
  it('names a page in all languages, and the default one for other readers', () => {
    const links = [
      { hreflang: 'zh-CN', href: `${origin}/archive/` },
      { hreflang: 'en', href: `${origin}/en/archive/` },
      { hreflang: 'x-default', href: `${origin}/archive/` },
    ];
    expect(alternatesOf('/archive/', zh)).toEqual({
      canonical: `${origin}/archive/`,
      links,
      switches: [{ locale: en, href: '/en/archive/' }],
    });
    expect(alternatesOf('/en/archive/', en)).toEqual({
      canonical: `${origin}/en/archive/`,
      links,
      switches: [{ locale: zh, href: '/archive/' }],
    });
  });

  it('knows the home pages', () => {
    expect(alternatesOf('/', zh).switches[0]?.href).toBe('/en/');
    expect(alternatesOf('/en/', en).switches[0]?.href).toBe('/');
  });

  it('means the original where the page shows that', () => {
    const { canonical, links, switches } = alternatesOf('/en/posts/lora/', en, ['zh']);
    expect(canonical).toBe(`${origin}/posts/lora/`);
    expect(links).toEqual([]);
    expect(switches.map(({ href }) => href)).toEqual(['/posts/lora/']);
  });

  it('is its own where there is no other', () => {
    expect(alternatesOf('/en/posts/a/', en, ['en'])).toMatchObject({
      canonical: `${origin}/en/posts/a/`,
      links: [],
    });
  });

  it('leads readers elsewhere where their language has no such page', () => {
    const { switches, canonical } = alternatesOf('/tags/a/', zh, ['zh'], '/tags/');
    expect(switches.map(({ href }) => href)).toEqual(['/en/tags/']);
    expect(canonical).toBe(`${origin}/tags/a/`);
  });
});
