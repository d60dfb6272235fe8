import { describe, expect, it } from 'vitest';
import { compileFiles, compileText } from './compile-text.ts';

const run = (text: string): string => `<span lang="en">${text}</span>`;

describe('English in a Chinese article', () => {
  it.each([
    ['见 Segment Anything 一文', `<p>见 ${run('Segment Anything')} 一文</p>`],
    ['见 *Large Kernel Matters*。', '<p>见 <em lang="en">Large Kernel Matters</em>。</p>'],
    ['见 Large *Kernel* Matters。', `<p>见 ${run('Large <em>Kernel</em> Matters')}。</p>`],
    ['见*核 Large Kernel*。', `<p>见<em>核 ${run('Large Kernel')}</em>。</p>`],
    ['Let us go on.', '<p lang="en">Let us go on.</p>'],
    ['- Let us go\n- 走', '<ul>\n<li lang="en">Let us go</li>\n<li>走</li>\n</ul>'],
    ['用 GPU 与 token', '<p>用 GPU 与 token</p>'],
    ['运行 `npm run build all` 即可', '<p>运行 <code>npm run build all</code> 即可</p>'],
    ['跑 `npm` run it now', `<p>跑 <code>npm</code> ${run('run it now')}</p>`],
    [
      '<span translate="no">Open Source Inc</span> 公司',
      '<p><span translate="no">Open Source Inc</span> 公司</p>',
    ],
    ['<span lang="fr">bonne chance</span> 好运', '<p><span lang="fr">bonne chance</span> 好运</p>'],
    ['## 用 Segment Anything', `<h2 id="用-segment-anything">用 ${run('Segment Anything')}</h2>`],
  ])('%j', async (markdown, html) => {
    expect((await compileText(markdown)).html).toBe(html);
  });

  it('changes no heading, excerpt or text for search', async () => {
    const { article } = await compileText('## 用 Segment Anything\n\n见 Large Kernel Matters 一文');
    expect(article?.data.headings[0]?.text).toBe('用 Segment Anything');
    expect(article?.data.excerpt).toBe('见 Large Kernel Matters 一文');
    expect(JSON.stringify(article?.sections)).not.toContain('lang');
  });

  it('marks works, but not the words of the interface beside them', async () => {
    const bib = '@article{a, title={Segment Anything at Last}, author={Hu, Edward}, year={2021}}';
    const { html } = await compileText('见[@a]。', { 'refs.bib': bib });
    expect(html).toMatch(
      /<li id="ref-a"><span lang="en">[\s\S]*Segment Anything at Last[\s\S]*<\/span>[\s\S]*<a[^>]*aria-label="回到正文引用"/u,
    );
  });

  it('is the language of an English article already', async () => {
    const locales = [
      { id: 'zh', tag: 'zh-CN' },
      { id: 'en', tag: 'en' },
    ];
    const files = { 'posts/a/en.md': '---\ntitle: A\ndate: 2026-01-01\n---\nLet us *go on* now.' };
    const { articles } = await compileFiles(files, undefined, undefined, {}, { locales });
    expect(articles[0]?.html).toBe('<p>Let us <em>go on</em> now.</p>');
  });
});
