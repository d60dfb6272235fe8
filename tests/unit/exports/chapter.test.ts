import type { Element } from 'hast';
import { toXast } from 'hast-util-to-xast';
import { toXml } from 'xast-util-to-xml';
import { describe, expect, it } from 'vitest';
import { chapterOf } from '../../../src/exports/chapter.ts';
import { linkChapters } from '../../../src/exports/chapter-links.ts';

const chapter = (prose: string, slug = 'a', place = 0) =>
  chapterOf(
    {
      name: slug,
      locale: 'en',
      title: slug.toUpperCase(),
      description: '',
      url: `https://example.org/base/posts/${slug}/`,
      language: 'en',
      published: new Date('2026-11-20'),
      updated: new Date('2026-11-28'),
      authors: ['Ada'],
      tags: [],
      html: `<svg class="waveform" viewBox="0 0 8 48"><path d="M2 3v4"></path></svg><div class="prose" data-article>${prose}</div><p>no part of it</p>`,
    },
    place,
    2,
  );

/** The text of a chapter without what stands over it. */
const bodyOf = ({ body }: { readonly body: Element }): string =>
  body.children
    .slice(1)
    .map((child) => toXml(toXast(child), { closeEmptyElements: true }))
    .join('')
    .replaceAll(' xmlns="http://www.w3.org/1999/xhtml"', '');

const math = (inner: string, tex = 'x', display = ''): string =>
  `<span class="katex"><span class="katex-mathml"><math xmlns="http://www.w3.org/1998/Math/MathML"${display}><semantics>${inner}<annotation encoding="application/x-tex">${tex}</annotation></semantics></math></span><span class="katex-html" aria-hidden="true">x</span></span>`;
const ns = 'xmlns="http://www.w3.org/1998/Math/MathML"';

describe('a chapter', () => {
  it('has a title, who wrote it when, and where it is on the web', () => {
    const { body, wave, file } = chapter('<p>A</p>');
    const head = toXml(toXast(body.children[0] as Element));
    expect(head).toContain('<h1 id="title-of-chapter">A</h1>');
    expect(head).toMatch(/Part 1 · Ada · .*2026.* · <a href="https:\/\/example\.org\/base\/posts\/a\/">/u);
    expect(wave).toEqual({ path: 'M2 3v4', width: 8 });
    expect(file).toBe('chapter-1.xhtml');
    expect(bodyOf({ body })).toBe('<p>A</p>');
  });

  it('has formulas as MathML, with their TeX for a text', () => {
    expect(bodyOf(chapter(`<p>${math('<mrow><mi data-symbol="x">x</mi></mrow>', 'x\\in a')}</p>`))).toBe(
      `<p><math ${ns} alttext="x\\in a"><mrow><mi>x</mi></mrow></math></p>`,
    );
  });

  it('has the number of a formula beside it', () => {
    const row =
      '<mtable width="100%"><mtr><mtd width="50%"></mtd><mtd><mi>x</mi></mtd><mtd width="50%"></mtd><mtd><mtext>(1)</mtext></mtd></mtr></mtable>';
    const html = `<div class="equation" id="eq"><span class="katex-display">${math(row, 'x \\tag{1}', ' display="block"')}</span></div>`;
    expect(bodyOf(chapter(html))).toBe(
      `<div class="equation" id="eq"><div class="formula"><math ${ns} display="block" alttext="x"><mi>x</mi></math><span class="formula-number">(1)</span></div></div>`,
    );
  });

  it('has no part of a formula too many', () => {
    expect(bodyOf(chapter(`<p>${math('<msub><mi>p</mi><mi>max</mi><mo>\u2061</mo></msub>')}</p>`))).toContain(
      '<msub><mi>p</mi><mi>max</mi></msub>',
    );
  });

  it('has notes that readers show beside the text', () => {
    const html = bodyOf(
      chapter(
        '<p><sup><a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a></sup></p>' +
          '<section data-footnotes class="footnotes"><h2 id="notes">Notes<a class="self-link" href="#notes"></a></h2>' +
          '<ol><li id="fn-1"><p>N <a href="#fnref-1" data-footnote-backref>↩</a></p></li></ol></section>',
      ),
    );
    expect(html).toContain('<a href="#fn-1" id="fnref-1" role="doc-noteref" epub:type="noteref">1</a>');
    expect(html).toContain('<h2 id="notes">Notes</h2>');
    expect(html).toContain(
      '<aside id="fn-1" epub:type="footnote" role="doc-footnote"><p><span class="note-number">1. </span>N <a href="#fnref-1" role="doc-backlink" epub:type="backlink">↩</a></p></aside>',
    );
  });

  it('has figures as the server drew them, and says where they answer', () => {
    const html = bodyOf(
      chapter(
        '<figure id="fig-1"><div class="living" data-figure="f" data-props="{}"><div class="living-frame" role="group"><fieldset><input></fieldset><svg viewBox="0 0 1 1" tabindex="0"><title>T</title></svg><output aria-live="polite">3</output></div></div><figcaption>C</figcaption></figure>',
      ),
    );
    expect(html).toMatch(
      /^<figure id="fig-1"><div class="living"><div class="living-frame"><svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 1 1"><title>T<\/title><\/svg><span>3<\/span><\/div><\/div><figcaption>C<p class="living-link"><a href="https:\/\/example\.org\/base\/posts\/a\/#fig-1">/u,
    );
  });

  it('shows what is folded, and keeps nothing that runs or is for the page alone', () => {
    const html =
      '<details><summary>S</summary><p data-term="x" style="color:red">T</p></details><script>1</script>';
    expect(bodyOf(chapter(html))).toBe('<details open=""><summary>S</summary><p>T</p></details>');
  });

  it('names its sections', () => {
    expect(
      chapter('<h2 id="m">1 <code>a</code>\n b</h2><h3 id="n">1.1 c</h3><h4 id="o">d</h4>').headings,
    ).toEqual([
      { id: 'm', depth: 2, text: '1 a b' },
      { id: 'n', depth: 3, text: '1.1 c' },
    ]);
  });
});

describe('links of a book', () => {
  const linked = (html: string): string => {
    const own = chapter(html);
    linkChapters([own, chapter('<h2 id="有-节">H</h2>', 'b', 1)]);
    return bodyOf(own);
  };

  it.each([
    ['into the chapter', '<p id="x"><a href="#x">X</a></p>', 'href="#x"'],
    ['to another chapter', '<a href="/base/posts/b/">B</a>', 'href="chapter-2.xhtml"'],
    [
      'to a section of one',
      `<a href="../b/#${encodeURIComponent('有-节')}">B</a>`,
      'href="chapter-2.xhtml#%E6%9C%89-%E8%8A%82"',
    ],
    ['to a place that it does not have', '<a href="../b/#none">B</a>', 'href="chapter-2.xhtml"'],
    ['to another article', '<a href="../c/#x">C</a>', 'href="https://example.org/base/posts/c/#x"'],
    ['to another site', '<a href="https://b.example/posts/b/">B</a>', 'href="https://b.example/posts/b/"'],
    ['to nowhere', '<a href="http://[">B</a>', 'href="http://["'],
  ])('lead %s', (_where, html, href) => {
    expect(linked(html)).toContain(href);
  });
});
