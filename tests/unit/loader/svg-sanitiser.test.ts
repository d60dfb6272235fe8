import { describe, expect, it } from 'vitest';
import { sanitiseSvg, SvgError } from '../../../src/loader/svg-sanitiser.ts';

const drawing = (content: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 1 1"${attributes}>${content}<path d="M0 0"/></svg>`;

describe('sanitiseSvg', () => {
  it.each([
    ['<script>go()</script>', '<script>'],
    ['<x:script xmlns:x="http://www.w3.org/2000/svg">go()</x:script>', '<x:script>'],
    ['<foreignObject><b/></foreignObject>', '<foreignObject>'],
    ['<g onclick="go()"/>', 'onclick'],
    ['<a href="java&#10;script:go()"><g/></a>', 'href'],
    ['<a xlink:href="data:text/html,go()"><g/></a>', 'xlink:href'],
    ['<image href="https://example.org/go()"/>', 'href'],
    ['<use xlink:href="//example.org/go()#x"/>', 'xlink:href'],
    ['<rect fill="url(https://example.org/go()#x)"/>', 'fill'],
    ['<rect style="fill: url(//example.org/go()#x)"/>', 'style'],
    ['<style>@import "go()";</style>', '<style>'],
    ['<style>a{b:\\75rl(//go())}</style>', '<style>'],
    ['<style><![CDATA[a{b:url(https://go())}]]></style>', '<style>'],
    ['<set attributeName="onclick" to="go()"/>', 'attributeName'],
    ['<?xml-stylesheet href="go()"?>', '<?xml-stylesheet?>'],
  ])('%s', (content, name) => {
    const { svg, removed } = sanitiseSvg(drawing(content));
    expect(removed).toEqual([name]);
    expect(svg).toContain('<path');
    expect(svg.replace('to="go()"', '')).not.toMatch(/go\(|example/u);
  });

  it('finds a handler of the drawing itself', () => {
    expect(sanitiseSvg(drawing('', ' onload="go()"')).removed).toEqual(['onload']);
  });

  it('leaves what a drawing needs', () => {
    const content =
      '<style>.a{fill:url(#g)}</style><defs><linearGradient id="g"/></defs><use xlink:href="#g"/><image href="data:image/png;base64,AA"/><text style="font:10px sans-serif">文字 &amp; 字</text><animate attributeName="x" to="1"/>';
    const { svg, removed, hasSize } = sanitiseSvg(drawing(content));
    expect({ removed, hasSize }).toEqual({ removed: [], hasSize: true });
    expect(svg).toContain('<text style="font:10px sans-serif">文字 &amp; 字</text>');
  });

  it('reads the flat entities of drawing programs', () => {
    const doctype = '<!DOCTYPE svg [<!ENTITY ns "http://www.w3.org/2000/svg">]>';
    expect(sanitiseSvg(`${doctype}<svg xmlns="&ns;" width="1" height="1"/>`)).toMatchObject({
      removed: [],
      hasSize: true,
    });
  });

  it.each([
    ['viewBox="0 0 8 4"', true, true],
    ['viewBox="0,0,8,4"', true, false],
    ['width="2cm" height="1cm"', true, true],
    ['width="100%" height="100%"', false, false],
    ['width="100%" viewBox="0 0 8 4"', true, true],
    ['viewBox="0 0 8"', false, true],
    [`data-a="${'a'.repeat(1000)}" viewBox="0 0 8 4"`, false, false],
    [`content="${'a'.repeat(1000)}" viewBox="0 0 8 4"`, true, false],
  ])('<svg %s>: has a size %s, goes as it is %s', (attributes, hasSize, isFine) => {
    expect(sanitiseSvg(`<svg ${attributes}><path d="M0 0"/></svg>`)).toMatchObject({ hasSize, isFine });
  });

  it.each([
    ['entities in entities', '<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'],
    ['a file of the system', '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>'],
    ['no XML', '<svg><g></svg>'],
    ['no drawing', '<html/>'],
    ['nothing', ''],
  ])('refuses %s', (_name, source) => {
    expect(() => sanitiseSvg(source)).toThrow(SvgError);
  });
});
