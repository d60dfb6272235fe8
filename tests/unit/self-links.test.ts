import { describe, expect, it } from 'vitest';
import { withSelfLinks } from '../../src/self-links.ts';

const words = { heading: 'H', figure: 'F', table: 'T', listing: 'L' };
const linked = (body: string): string =>
  withSelfLinks(
    `<h2 id="out">x</h2><div class="prose" data-article>${body}</div><h2 id="after">y</h2>`,
    words,
  )
    .replace('<h2 id="out">x</h2><div class="prose" data-article>', '')
    .replace('</div><h2 id="after">y</h2>', '');

describe('links of blocks to themselves', () => {
  it('stand at the end of headings, without text of their own', () => {
    expect(linked('<h2 id="a">甲 <em>b</em></h2><h3 id="c">丙</h3>')).toBe(
      '<h2 id="a">甲 <em>b</em><a class="self-link" href="#a" aria-label="H"></a></h2>' +
        '<h3 id="c">丙<a class="self-link" href="#c" aria-label="H"></a></h3>',
    );
    expect(linked('<h2>没有地址</h2>')).toBe('<h2>没有地址</h2>');
  });

  it('are the numbers of numbered blocks', () => {
    const number = '<span class="label-number">图 1</span>';
    const link = (id: string): string => `<a class="label-number" href="#${id}">图 1</a>`;
    expect(
      linked(`<figure id="fig-a" class="figure"><img><figcaption>${number} 题</figcaption></figure>`),
    ).toBe(`<figure id="fig-a" class="figure"><img><figcaption>${link('fig-a')} 题</figcaption></figure>`);
    const table = (caption: string): string =>
      `<figure id="tbl-a" class="table"><figcaption id="c">${caption}</figcaption><section class="table-scroll"><table></table></section></figure>`;
    expect(linked(table(number))).toBe(table(link('tbl-a')));
    const listing = (caption: string): string =>
      `<div id="lst-a" class="listing">${caption}<figure class="code"><pre></pre></figure></div>`;
    expect(linked(listing(number))).toBe(listing(link('lst-a')));
    const theorem = (title: string): string =>
      `<section id="thm-a" class="theorem"><p><a id="cite"></a>${title}</p></section>`;
    expect(linked(theorem(number))).toBe(theorem(link('thm-a')));
  });

  it('reach a figure and not a part of it', () => {
    expect(
      linked(
        '<figure id="fig-a" class="figure"><div class="subfigures"><figure class="subfigure" id="fig-b"><img></figure></div><figcaption><span class="label-number">图 1</span></figcaption></figure>',
      ),
    ).toContain('<a class="label-number" href="#fig-a">');
  });

  it('are put, with an address by their place, into blocks without a number', () => {
    expect(linked('<figure class="code"><pre></pre></figure><figure class="code"></figure>')).toBe(
      '<figure id="listing-1" class="code"><pre></pre><a class="self-link" href="#listing-1" aria-label="L"></a></figure>' +
        '<figure id="listing-2" class="code"><a class="self-link" href="#listing-2" aria-label="L"></a></figure>',
    );
    expect(linked('<figure class="figure"><img><figcaption>题</figcaption></figure>')).toBe(
      '<figure id="figure-1" class="figure"><img><figcaption>题<a class="self-link" href="#figure-1" aria-label="F"></a></figcaption></figure>',
    );
    expect(
      linked(
        '<figure class="table"><figcaption>题</figcaption><section class="table-scroll"></section></figure>',
      ),
    ).toBe(
      '<figure id="table-1" class="table"><figcaption>题</figcaption><section class="table-scroll"></section><a class="self-link" href="#table-1" aria-label="T"></a></figure>',
    );
    expect(linked('<section class="table-scroll" tabindex="0"><table></table></section>')).toBe(
      '<a class="self-link" href="#table-1" aria-label="T"></a><section id="table-1" class="table-scroll" tabindex="0"><table></table></section>',
    );
  });

  it('never take an address that the article has', () => {
    expect(linked('<p id="listing-1"></p><figure class="code"></figure>')).toContain(
      '<figure id="listing-2"',
    );
  });

  it('are put into the article alone', () => {
    const page = '<h2 id="a">甲</h2><figure class="code"></figure>';
    expect(withSelfLinks(page, words)).toBe(page);
    expect(withSelfLinks(`<div data-article><div></div></div>${page}`, words)).toBe(
      `<div data-article><div></div></div>${page}`,
    );
  });
});
