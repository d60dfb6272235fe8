import { describe, expect, it } from 'vitest';
import { passiveHtml } from '../../../src/feeds/passive-html.ts';

describe('passiveHtml', () => {
  it.each([
    ['<p style="color:red" id="a">红</p><script>alert(1)</script>', '<p id="a">红</p>'],
    ['<p>前<script>1</script><style>p{}</style><iframe src="x"></iframe>后</p>', '<p>前后</p>'],
    ['<p><img src="a.png" onerror="go()" alt=""></p>', '<p><img src="a.png" alt=""></p>'],
    ['<form action="/x"><input></form><p>后</p>', '<p>后</p>'],
  ])('%s → %s', (html, passive) => {
    expect(passiveHtml(html)).toBe(passive);
  });

  it('leaves other HTML as it is, to the letter', () => {
    const html = '<p>once = 1 &#x26; <code>&lt;script&gt;</code><br/></p><math><mi>α</mi></math>';
    expect(passiveHtml(html)).toBe(html);
  });
});
