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
  it('needs a place for the path in the address for edits', () => {
    expect(() => defineSite({ ...minimal, editUrl: 'https://git.example/' }, {})).toThrow(
      /editUrl: must contain \{path\}/u,
    );
  });
  it('names the file and the key of every wrong value', () => {
    expect(() => defineSite({ ...minimal, url: 'example', pageSize: 0 }, {})).toThrow(
      /src\/site\.config\.ts: url: .*\nsrc\/site\.config\.ts: pageSize: /u,
    );
  });
});
