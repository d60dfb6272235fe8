import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findImportSources, type Generator } from '../../../src/authoring/import-sources.ts';
import { planImport } from '../../../src/authoring/import-articles.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-old-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const head = (...lines: string[]): string => `---\n${['title: 甲', ...lines].join('\n')}\n---\n正文`;

/** What one file of another generator's folder gets as `redirectFrom`, and of how many it cannot be told. */
async function addressesOf(
  generator: Generator,
  files: Record<string, string>,
): Promise<readonly [unknown, number]> {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  const sources = await findImportSources(generator, folder, ['zh']);
  const plan = await planImport(sources, path.join(folder, 'to'), ['zh']);
  const text = plan.files.find((file) => file.text !== undefined)?.text ?? '';
  const written = /^redirectFrom: (.*)$/mu.exec(text)?.[1];
  return [JSON.parse(written ?? '[]'), plan.withoutAddress.length];
}

describe('the old address of an imported article', () => {
  const day = 'date: 2021-03-04 23:30:00 +0800';

  it.each<[string, Generator, Record<string, string>, string[]]>([
    ['of Hexo', 'hexo', { 'source/_posts/a/b.md': head(day) }, ['/2021/03/04/a/b/']],
    [
      'of Hexo with a pattern',
      'hexo',
      {
        '_config.yml': 'permalink: :category/:i_month-:post_title.html\n',
        'source/_posts/b.md': head(day, 'categories:', '  - 深度学习', '  - 优化'),
      },
      ['/深度学习/优化/3-b.html'],
    ],
    [
      'of Hexo with a variable that nobody knows',
      'hexo',
      { '_config.yml': 'permalink: posts/:abbrlink/\n', 'source/_posts/b.md': head(day) },
      [],
    ],
    [
      'of Hexo with a variable from the front matter',
      'hexo',
      {
        '_config.yml': 'permalink: posts/:abbrlink.html\n',
        'source/_posts/b.md': head(day, "abbrlink: '4a17b156'"),
      },
      ['/posts/4a17b156.html'],
    ],
    [
      'of Hexo with one of its own',
      'hexo',
      { 'source/_posts/b.md': head(day, 'permalink: x/y.html') },
      ['/x/y.html'],
    ],
    ['of Hexo without a date', 'hexo', { 'source/_posts/b.md': head() }, []],
    ['of a draft', 'hexo', { 'source/_drafts/b.md': head(day) }, []],
    ['of Hugo', 'hugo', { 'content/notes/Adam/index.md': head(day) }, ['/notes/adam/']],
    [
      'of Hugo with a pattern, a slug and aliases',
      'hugo',
      {
        'hugo.toml': "[permalinks]\nposts = '/:year/:month/:slug/'\n",
        'content/posts/a.md': head(day, 'slug: adam', 'aliases: [/old/, 亚当]'),
      },
      ['/old/', '/2021/03/adam/'],
    ],
    [
      'of Hugo with files',
      'hugo',
      { 'config.yaml': 'uglyURLs: true\n', 'content/a.md': head(day) },
      ['/a.html'],
    ],
    ['of Hugo in a language', 'hugo', { 'content/posts/a.en.md': head(day) }, []],
    [
      'of Jekyll',
      'jekyll',
      { '_posts/2019-07-08-dropout.md': head('layout: post', 'categories: Deep learning') },
      ['/deep/learning/2019/07/08/dropout.html'],
    ],
    [
      'of Jekyll in a style',
      'jekyll',
      { '_config.yml': 'permalink: pretty\n', '_posts/2019-07-08-dropout.md': head('redirect_from: [/d]') },
      ['/d/', '/2019/07/08/dropout/'],
    ],
    ['of VuePress', 'vuepress', { 'docs/guide/pooling.md': head(day) }, ['/guide/pooling.html']],
    ['of a folder of VuePress', 'vuepress', { 'docs/guide/README.md': head(day) }, ['/guide/']],
    ['of Obsidian', 'obsidian', { '笔记/a.md': head(day, 'permalink: notes/a') }, ['/notes/a/']],
  ])('%s is kept', async (_name, generator, files, addresses) => {
    const isUnknown = addresses.length === 0 && !Object.keys(files).join('').includes('_drafts');
    expect(await addressesOf(generator, files)).toEqual([addresses, isUnknown ? 1 : 0]);
  });

  it.each<[string, Generator, Record<string, string>]>([
    ['it is the same here', 'hugo', { 'content/posts/adam/index.md': head(day) }],
    ['a page here has it', 'vuepress', { 'docs/README.md': head(day) }],
    ['a vault has none', 'obsidian', { '笔记/a.md': head(day) }],
    ['notebooks have none', 'notebook', { 'a.ipynb': '{"nbformat":4,"metadata":{},"cells":[]}' }],
  ])('is nothing, and is not missed, where %s', async (_name, generator, files) => {
    expect(await addressesOf(generator, files)).toEqual([[], 0]);
  });

  it('leads links from the other articles to the new place', async () => {
    const links = '[乙](/posts/9b2c.html#节) [乙](/blog/posts/9b2c.html) [丙](/posts/0000.html)';
    await addressesOf('hexo', {
      '_config.yml': 'permalink: posts/:abbrlink.html\n',
      'source/_posts/a.md': `${head(day, 'abbrlink: 7f3a')}\n${links}`,
      'source/_posts/b.md': head(day, 'abbrlink: 9b2c'),
    });
    const plan = await planImport(await findImportSources('hexo', folder, ['zh']), folder, ['zh']);
    expect(plan.files.map(({ text }) => text).join('\n')).toContain(
      '[乙](../b/zh.md#节) [乙](../b/zh.md) [丙](/posts/0000.html)',
    );
  });
});
