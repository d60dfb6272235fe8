import { describe, expect, it } from 'vitest';
import { jsonLd } from '../../../src/metadata/json-ld.ts';

describe('linked data in a page', () => {
  const name = '</script><!-- <script> & \u2028';
  const text = jsonLd({ '@type': 'Thing', name });

  it('cannot end its element or begin a comment', () => {
    expect(text).not.toMatch(/[<>&\u2028]/u);
  });

  it('means what it meant', () => {
    expect(JSON.parse(text)).toEqual({ '@context': 'https://schema.org', '@type': 'Thing', name });
  });
});
