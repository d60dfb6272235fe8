import { describe, expect, it } from 'vitest';
import { inlineHash } from '../../../src/headers/inline-hashes.ts';
import { keepData, keepSheet, takePrintedPages, withPolicy } from '../../../src/headers/printed-pages.ts';

const page =
  '<!doctype html><html><head><meta charset="utf-8"><script>own()</script></head><body><script>strange()</script></body></html>';

describe('withPolicy', () => {
  it('puts the policy before everything that it is about', () => {
    expect(withPolicy(page, false, {})).toMatch(
      /<head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none';[^"]*"><script>/u,
    );
  });

  it('allows what layouts print, and what stands in an article only where the content is trusted', () => {
    expect(withPolicy(page, false, {})).toContain(inlineHash('own()'));
    expect(withPolicy(page, false, {})).not.toContain(inlineHash('strange()'));
    expect(takePrintedPages().scripts).not.toContain(inlineHash('strange()'));
    expect(withPolicy(page, true, {})).toContain(inlineHash('strange()'));
    expect(takePrintedPages().scripts).toContain(inlineHash('strange()'));
  });

  it('adds the hosts of the settings', () => {
    const html = withPolicy(page, false, {
      'frame-src': ['https://a.example'],
      'img-src': ['https://b.example'],
    });
    expect(html).toContain('frame-src https://a.example');
    expect(html).toContain("img-src 'self' https://b.example");
  });

  it('leaves a fragment alone', () => {
    expect(withPolicy('<p>x</p>', false, {})).toBe('<p>x</p>');
  });
});

describe('keepSheet', () => {
  it('names a sheet after its rules', () => {
    const name = keepSheet('.a{}');
    expect(name).toMatch(/^formulas-[\w-]{8}\.css$/u);
    expect(keepSheet('.a{}')).toBe(name);
    expect(keepSheet('.b{}')).not.toBe(name);
    expect(takePrintedPages().files.get(name)).toBe('.a{}');
  });
});

describe('keepData', () => {
  it('names data after what it says', () => {
    const data = { a: '甲' };
    const name = keepData('terms-zh', data);
    expect(name).toMatch(/^terms-zh-[\w-]{8}\.json$/u);
    expect(keepData('terms-zh', data)).toBe(name);
    expect(keepData('terms-zh', { a: '甲' })).toBe(name);
    expect(keepData('terms-zh', { a: '乙' })).not.toBe(name);
    expect(takePrintedPages().files.get(name)).toBe('{"a":"甲"}');
  });
});
