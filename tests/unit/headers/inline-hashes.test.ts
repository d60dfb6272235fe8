import { describe, expect, it } from 'vitest';
import { inlineHash, inlineHashes } from '../../../src/headers/inline-hashes.ts';

describe('inlineHashes', () => {
  it('hashes what a browser runs or applies, once each', () => {
    const html = `<script>a()</script><script type="module">b()</script><style media="print">p{}</style>
<script>a()</script><SCRIPT type='text/javascript' data-x=">">c()</SCRIPT><script type=importmap>{}</script>`;
    expect(inlineHashes(html)).toEqual({
      scripts: ['a()', 'b()', 'c()', '{}'].map(inlineHash),
      styles: [inlineHash('p{}')],
    });
  });

  it('passes by files and data', () => {
    const html =
      '<script src="/a.js"></script><script type="module" src=/a.js></script><script type="application/ld+json">{}</script>';
    expect(inlineHashes(html)).toEqual({ scripts: [], styles: [] });
  });

  it('names a hash as the specification does', () => {
    expect(inlineHash('doSomething();')).toBe('sha256-RFWPLDbv2BY+rCkDzsE+0fr8ylGr2R2faWMhq4lfEQc=');
    expect(inlineHashes('<style>a\r\nb</style>').styles).toEqual([inlineHash('a\nb')]);
  });
});
