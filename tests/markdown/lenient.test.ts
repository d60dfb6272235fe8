import { describe, expect, it } from 'vitest';
import { fillPage } from '../../src/renditions/slot.ts';
import { processRenditions } from '../../src/renditions/shared.ts';
import { broken, head } from './broken.ts';
import { compileFiles } from './compile-text.ts';
import { dot } from './images.ts';

const lenient = (files: Readonly<Record<string, string | Uint8Array>>) =>
  // An article without a date has that of its file, which is written after the call.
  compileFiles(files, new Date(Date.now() + 60_000), undefined, {}, {}, true);

/** The article of an input as it is shown, with its slots filled. */
async function shown(body: string, beside: Readonly<Record<string, Uint8Array>> = {}): Promise<string> {
  const { articles } = await lenient({ 'a.md': head + body, ...beside });
  return fillPage(articles[0]?.html ?? '', processRenditions());
}

const mark = 'class="offence" title="这里有错，照原样显示"';

describe('a lenient run', () => {
  it('has no errors, and an article for every file', async () => {
    for (const [rule, { files }] of Object.entries(broken)) {
      if (Object.keys(files).length === 0) continue;
      const { articles, diagnostics } = await lenient(files);
      expect(
        diagnostics.map(({ severity }) => severity),
        rule,
      ).not.toContain('error');
      const names = Object.keys(files).filter((name) => /\.(?:mdx?|ipynb)$/u.test(name));
      const inFolders = names.filter((name) => /^(?:posts|docs)\//u.test(name));
      // What lies beside posts/ is told of and not published.
      const written = rule === 'content/outside-posts' ? inFolders : names;
      expect(articles, rule).toHaveLength(written.length);
      expect(new Set(articles.map(({ data }) => data.path)).size, rule).toBe(articles.length);
    }
  });

  it('still has nothing to build where there is nothing', async () => {
    const { diagnostics } = await lenient({});
    expect(diagnostics).toMatchObject([{ rule: 'content/none', severity: 'error' }]);
  });

  it.each([
    ['其中 $\\foo{x}$', `<code ${mark}>\\foo{x}</code>`],
    ['$$\n\\frac{1}{\n$$', `<pre ${mark} tabindex="0"><code>\\frac{1}{</code></pre>`],
    ['$$\nx\n\n后文', `<p ${mark}>$$\nx</p>\n<p>后文</p>`],
    [':::nmae[x]\n一\n:::', `<span ${mark}>:::nmae[x]</span></p><p>一</p>`],
    [
      '```dot\ndigraph {\n  a -> ;\n}\n```',
      '<pre class="offence" tabindex="0"><code translate="no">digraph {',
    ],
    ['```python file="./no.py"\n```', '&quot;./no.py&quot;'],
    ['见[乙](./b.md)', `见<span ${mark}>乙</span>`],
    ['见[乙][b]\n\n[b]: ./b.md', `见<span ${mark}>乙</span>`],
    ['[点](javascript:alert)', `<span ${mark}>点</span>`],
    ['![图](./no.png)', `<span ${mark}>图</span>`],
    ['![图][n]\n\n[n]: ./no.png', `<span ${mark}>图</span>`],
    ['![](./no.png)', `<span ${mark}>./no.png</span>`],
    [
      '![图](https://example.org/a.png)',
      `<a href="https://example.org/a.png" ${mark} rel="external noopener">图</a>`,
    ],
    ['见 <a href="./b.md">乙</a>', '见 <a>乙</a>'],
  ])('shows %j as it was written', async (body, html) => {
    expect(await shown(body)).toContain(html);
  });

  it('leaves out an image that cannot be read, and says once what is wrong with it', async () => {
    const { articles, diagnostics } = await lenient({ 'a.md': `${head}![图](./a.png)`, 'a.png': 'no image' });
    expect(articles[0]).toMatchObject({
      html: `<p><span ${mark}>图</span></p>`,
      imagePaths: [],
      copy: ['图\n'],
    });
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['image/corrupt']);
  });

  it('keeps the text of front matter that is never closed', async () => {
    const { articles } = await lenient({ 'a.md': '---\ntitle: 甲\ntags:\n  - 乙\n\n正文' });
    expect(articles[0]).toMatchObject({ data: { title: '甲', tags: ['乙'] }, html: '<p>正文</p>' });
  });

  it('shows MDX that cannot be compiled as Markdown', async () => {
    const { articles } = await lenient({ 'a.mdx': `${head}import A from './a.js'\n\n**甲** a<b {` });
    expect(articles[0]?.html).toContain('<strong>甲</strong>');
    expect(articles[0]?.html).not.toContain('import');
  });

  it('shows a tag that no component answers to, and what it holds', async () => {
    const { articles } = await lenient({ 'a.mdx': `${head}<Chart a="1">\n\n字\n\n</Chart>\n` });
    expect(articles[0]).toMatchObject({ html: undefined });
    expect(JSON.stringify(articles[0]?.copy)).toContain('字');
  });

  it('shows the beginning of what is nested too deep', async () => {
    expect(await shown(`${'>'.repeat(10_000)} 二`)).toMatch(/^<pre class="offence"[^>]*><code>(?:&gt;)+/u);
  });
});

describe('encodings', () => {
  /** 你好 */
  const bytes = { GB18030: [0xc4, 0xe3, 0xba, 0xc3], 'UTF-16LE': [0xff, 0xfe, 0x60, 0x4f, 0x7d, 0x59] };

  it.each(Object.entries(bytes))(
    '%s is read where it may be, with the command that ends it',
    async (name, text) => {
      const files = { '它.md': Buffer.from(text) };
      const { articles, diagnostics } = await lenient(files);
      expect(articles[0]?.html).toBe('<p>你好</p>');
      const [first] = diagnostics.filter(({ rule }) => rule === 'content/encoding');
      expect(first?.message).toContain(name);
      expect(first?.hint).toMatch(new RegExp(`^iconv -f ${name} -t UTF-8 '它\\.md' > new\\.md && mv `, 'u'));
      expect((await compileFiles(files)).articles).toEqual([]);
    },
  );

  it('tells a damaged file from one in another encoding', async () => {
    const text = Buffer.concat([Buffer.from('一二三四五六七八九十甲乙'), Buffer.from([0xff])]);
    const { articles, diagnostics } = await lenient({ 'a.md': text });
    expect(articles[0]?.html).toBe('<p>一二三四五六七八九十甲乙\uFFFD</p>');
    expect(diagnostics[0]?.hint).not.toContain('iconv');
  });

  it('does not mind a byte order mark and CRLF', async () => {
    const { articles, diagnostics } = await compileFiles({
      'a.md': `\uFEFF${head}一\n\n二`.replaceAll('\n', '\r\n'),
    });
    expect(articles[0]).toMatchObject({ data: { title: '甲' }, html: '<p>一</p>\n<p>二</p>' });
    expect(diagnostics).toEqual([]);
  });
});

describe('images by reference', () => {
  it('are images like any other', async () => {
    const { articles, diagnostics } = await compileFiles({
      'a.md': `${head}文字 ![图][p] 文字\n\n[p]: ./a.png`,
      'a.png': dot,
    });
    expect(articles[0]?.imagePaths).toEqual(['./a.png']);
    expect(diagnostics).toEqual([]);
  });
});
