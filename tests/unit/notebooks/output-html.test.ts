import { describe, expect, it } from 'vitest';
import { outputHtml } from '../../../src/notebooks/output-html.ts';

const html = (text: string): string | undefined => outputHtml(text, () => 'p.png', '图');

describe('HTML that a program has printed', () => {
  it('loses what runs, and how it looks', () => {
    expect(
      html(
        '<style>b{color:red}</style><b style="x" onclick="go()" class="y" id="z">粗</b><script>go()</script>',
      ),
    ).toBe('<div><b>粗</b></div>');
    expect(html('<a href="javascript:go()">点</a><a href="https://example.org/a_b">链</a>')).toBe(
      '<div><a>点</a><a href="https://example.org/a_b">链</a></div>',
    );
    expect(html('<iframe src="https://example.org"></iframe>')).toBeUndefined();
    expect(html('<div id="plot"></div><script>draw()</script>')).toBeUndefined();
  });

  it('stays one line in which nothing is read as Markdown or as another dialect', () => {
    const line = html('<pre>a\n\nb</pre><p>{% raw %} $x$ [a]: *b* {{ c }}</p>');
    expect(line).not.toMatch(/[\n{}$[\]*]/u);
    expect(line).toContain('<pre>a&#10;&#10;b</pre>');
  });

  it('keeps spans, and sets columns of numbers flush right', () => {
    const row = (name: string, ...cells: string[]): string =>
      `<tr>${cells.map((cell) => `<${name}>${cell}</${name}>`).join('')}</tr>`;
    const table = `<table border="1">${row('th', '名', '值', '混')}${row('td', 'a', '1,024', '1')}${row('td', 'b', '-3e-5', 'c')}</table>`;
    expect(html(table)?.match(/<t[hd] align="right">[^<]*/gu)).toEqual([
      '<th align="right">值',
      '<td align="right">1,024',
      '<td align="right">1',
      '<td align="right">-3e-5',
    ]);
    expect(html('<table><tr><th colspan="2" style="x">头</th></tr></table>')).toContain(
      '<th colspan="2">头</th>',
    );
  });

  it('shows the pictures that it holds', () => {
    expect(html('<img src="data:image/png;base64,AAAA">')).toBe('<div><img src="p.png" alt="图"></div>');
  });
});
