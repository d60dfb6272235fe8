import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DiskCache } from '../../../src/renditions/disk-cache.ts';
import { fingerprintOf } from '../../../src/renditions/fingerprint.ts';
import { dot } from '../../markdown/images.ts';
import { CachedSite } from './cached-site.ts';

// Each test compiles several times.
vi.setConfig({ testTimeout: 60_000 });

const project = fileURLToPath(new URL('../../../', import.meta.url));

const sites: CachedSite[] = [];
const open = (files: ConstructorParameters<typeof CachedSite>[0] = {}): CachedSite => {
  const site = new CachedSite(files);
  sites.push(site);
  return site;
};
afterEach(() => {
  for (const site of sites.splice(0)) site.remove();
});

const article = (title: string, body: string, more = ''): string =>
  `---\ntitle: ${title}\ndate: 2026-01-01\n${more}---\n${body}\n`;

const entry = (key: string, title: string): string =>
  `@article{${key},\n  title = {${title}},\n  author = {Hu, Edward},\n  year = {2021}\n}\n`;

/** Articles that ask about one thing each; `plain.md` asks about nothing. */
const neighbours = {
  'posts/plain.md': article('平', '公式 $x^2$，代码：\n\n```python\nx = 1\n```'),
  'posts/target.md': article('标', '## 小节\n\n文。'),
  'posts/link.md': article('链', '见 [目标](./target.md#小节)。'),
  'posts/wiki.md': article('维', '见 [[标]]。'),
  'posts/lost.md': article('失', '见 [[标志]] 与 [那里](./tarjet.md)。'),
  'posts/pic/zh.md': article('图', '![点](./dot.png)'),
  'posts/pic/dot.png': dot,
  'posts/code/zh.md': article('码', '```python file="./a.py#one"\n```'),
  'posts/code/a.py': '# region one\na = 1\n# endregion\n# region two\nb = 2\n# endregion\n',
  'references.bib': entry('hu2021', 'LoRA') + entry('hu2022', 'Other'),
  'posts/cite.md': article('引', '见 [@hu2021]。'),
  'posts/other.md': article('另', '见 [@hu2022]。'),
  'glossary.yaml': 'kv-cache: { zh: [键值缓存], note: 一句话。 }\n',
  'posts/module.mdx': article('模', '答案是 {6 * 7}，$y$，见 [目标](./target.md)。'),
} as const;

describe('a second run', () => {
  it.each<[string, (site: CachedSite) => void]>([
    [
      'over the articles of this site',
      ({ content }) => {
        cpSync(path.join(project, 'content'), content, { recursive: true });
      },
    ],
    [
      'over the golden files',
      ({ content }) => {
        cpSync(path.join(project, 'tests', 'markdown', 'fixtures'), content, { recursive: true });
      },
    ],
    [
      'over small articles that know each other',
      (site) => {
        site.write(neighbours);
      },
    ],
  ])('%s compiles nothing and gives the same', async (_what, fill) => {
    const site = open();
    fill(site);
    const cold = await site.cold();
    const first = await site.run();
    const second = await site.run();
    expect(first.fresh.length).toBeGreaterThan(0);
    expect(second.fresh).toEqual([]);
    expect(first.result).toEqual(cold);
    expect(second.result).toEqual(cold);
  });

  it('compiles again what could not be compiled, and says the same of it', async () => {
    const site = open({
      ...neighbours,
      'posts/deep.md': article('深', '<b>'.repeat(5_000)),
      'posts/open.mdx': article('开', '<b>'),
      'posts/bad.md': article(
        '坏',
        '$\\foo$ [没有](./no.md) [节](./target.md#无) [@hu] ![](./no.png)\n\n``` \n',
      ),
    });
    const cold = await site.cold();
    await site.run();
    const second = await site.run();
    expect(second.fresh).toEqual(['posts/open.mdx']);
    expect(second.result).toEqual(cold);
    expect(cold.diagnostics.length).toBeGreaterThan(7);
  });
});

describe('a change', () => {
  /** Changes files between two runs. */
  async function freshAfter(
    change: Readonly<Record<string, string | Uint8Array | undefined>>,
    stays: readonly string[] = [],
  ) {
    const site = open(neighbours);
    await site.run();
    site.write(change);
    const { fresh, result } = await site.run();
    expect(result).toEqual(await site.cold());
    expect((await site.run()).fresh).toEqual(stays);
    return { fresh: fresh.toSorted(), rules: result.diagnostics.map(({ rule }) => rule) };
  }

  it('of an article’s text reaches that article', async () => {
    const { fresh } = await freshAfter({ 'posts/plain.md': article('平', '公式 $z$。') });
    expect(fresh).toEqual(['posts/plain.md']);
  });

  it('of a heading that others link to reaches none of them, and is reported where they do', async () => {
    const { fresh, rules } = await freshAfter({ 'posts/target.md': article('标', '## 别的\n\n文。') });
    expect(fresh).toEqual(['posts/target.md']);
    expect(rules).toContain('link/dead-anchor');
  });

  it('of front matter that no text asks about reaches no article', async () => {
    const site = open(neighbours);
    await site.run();
    site.write({ 'posts/plain.md': neighbours['posts/plain.md'].replace('2026-01-01', '2026-01-02') });
    const { fresh, result } = await site.run();
    expect(fresh).toEqual([]);
    expect(result).toEqual(await site.cold());
    expect(result.articles[0]?.data.title).toBe('平');
  });

  it('of a slug reaches those that link to it', async () => {
    const { fresh } = await freshAfter({
      'posts/target.md': article('标', '## 小节\n\n文。').replace('title', 'slug: goal\ntitle'),
    });
    expect(fresh).toEqual([
      'posts/link.md',
      'posts/lost.md',
      'posts/module.mdx',
      'posts/target.md',
      'posts/wiki.md',
    ]);
  });

  it('of the number of articles reaches those that ask for names, or find no article', async () => {
    const { fresh, rules } = await freshAfter({ 'posts/target.md': undefined });
    expect(fresh).toEqual(['posts/link.md', 'posts/lost.md', 'posts/module.mdx', 'posts/wiki.md']);
    expect(rules).toContain('link/dead');
  });

  it('into a draft reaches those that link to it', async () => {
    const { fresh } = await freshAfter({
      'posts/target.md': article('标', '## 小节\n\n文。').replace('title', 'draft: true\ntitle'),
    });
    expect(fresh).toContain('posts/link.md');
    expect(fresh).not.toContain('posts/plain.md');
  });

  it('of an image is seen without compiling the article', async () => {
    const good = await sharp({ create: { width: 9, height: 9, channels: 3, background: 'red' } })
      .png()
      .toBuffer();
    const whole = await freshAfter({ 'posts/pic/dot.png': good });
    expect(whole).toEqual({ fresh: [], rules: expect.not.arrayContaining(['image/corrupt']) as unknown });
    // An article is compiled without an image that cannot be shown, until it can be.
    const article = ['posts/pic/zh.md'];
    const cut = await freshAfter({ 'posts/pic/dot.png': good.subarray(0, 60) }, article);
    expect(cut).toEqual({ fresh: article, rules: expect.arrayContaining(['image/corrupt']) as unknown });
  });

  it('of whether an image is there reaches the article', async () => {
    const { fresh, rules } = await freshAfter({ 'posts/pic/dot.png': undefined });
    expect(fresh).toEqual(['posts/pic/zh.md']);
    expect(rules).toContain('image/missing');
  });

  it('of an entry reaches those that cite it', async () => {
    const { fresh } = await freshAfter({
      'references.bib': entry('hu2021', 'LoRA') + entry('hu2022', 'Changed'),
    });
    expect(fresh).toEqual(['posts/other.md']);
  });

  it('of a bibliography with a mistake is reported at every run', async () => {
    const { rules } = await freshAfter({
      'references.bib': `${entry('hu2021', 'LoRA')}@article{x, title = }`,
    });
    expect(rules).toContain('bibliography/invalid');
    expect(rules).toContain('citation/unknown-key');
  });

  it('of what terms are called reaches the articles, of what is said of them none', async () => {
    const note = await freshAfter({ 'glossary.yaml': 'kv-cache: { zh: [键值缓存], note: 另一句。 }\n' });
    expect(note.fresh).toEqual([]);
    const site = open({ ...neighbours, 'posts/terms.md': article('词', '缓存与公式。') });
    await site.run();
    site.write({ 'glossary.yaml': 'cache: { zh: [缓存] }\n' });
    const { fresh, result } = await site.run();
    expect(fresh).toContain('posts/terms.md');
    expect(result).toEqual(await site.cold());
    expect(result.pages.join('')).toContain('<span data-term="cache">缓存</span>');
    expect((await site.run()).fresh).toEqual([]);
  });

  it('of whether an article marks terms, or of its title, reaches that article', async () => {
    const site = open({ ...neighbours, 'posts/terms.md': article('词', '键值缓存。') });
    await site.run();
    site.write({ 'posts/terms.md': article('词', '键值缓存。', 'terms: false\n') });
    const without = await site.run();
    expect(without.fresh).toEqual(['posts/terms.md']);
    expect(without.result.pages.join('')).not.toContain('data-term');
    site.write({ 'posts/terms.md': article('键值缓存', '键值缓存。') });
    expect((await site.run()).result.pages.join('')).not.toContain('data-term');
  });

  it('of a region of a file reaches those that show it', async () => {
    const file = neighbours['posts/code/a.py'];
    expect((await freshAfter({ 'posts/code/a.py': file.replace('b = 2', 'b = 3') })).fresh).toEqual([]);
    expect((await freshAfter({ 'posts/code/a.py': file.replace('a = 1', 'a = 3') })).fresh).toEqual([
      'posts/code/zh.md',
    ]);
  });

  it('of a macro of an article reaches that article', async () => {
    const site = open({ 'a.md': article('甲', '$\\R$', 'math: { macros: { "\\\\R": "r" } }\n') });
    await site.run();
    site.write({ 'a.md': article('甲', '$\\R$', 'math: { macros: { "\\\\R": "s" } }\n') });
    const { fresh, result } = await site.run();
    expect(fresh).toEqual(['a.md']);
    expect(result.pages[0]).toContain('>s<');
  });
});

describe('one process without a cache on disk', () => {
  it('compiles after an edit what the edit reaches', async () => {
    const site = open(neighbours);
    const compile = site.session();
    await compile();
    expect((await compile()).fresh).toEqual([]);
    site.write({
      'posts/plain.md': article('平', '别的文。'),
      'posts/module.mdx': article('模', '见 [目标](./target.md)：{6 * 8}'),
    });
    const { fresh, result } = await compile();
    expect(fresh).toEqual(['posts/module.mdx', 'posts/plain.md']);
    expect(result).toEqual(await site.cold());
  });
});

describe('settings', () => {
  it.each([
    ['macros', { math: { macros: { '\\R': '\\mathbb{R}' } } }],
    ['the style of citations', { citations: { style: 'author-year' as const } }],
    ['what raw HTML may do', { trustContent: true }],
    ['the language', { locales: [{ id: 'zh', tag: 'en' }] as [{ id: string; tag: string }] }],
  ])('that change %s reach all articles', async (_what, settings) => {
    const site = open(neighbours);
    const { fresh: all } = await site.run();
    const { fresh, result } = await site.run(settings);
    expect(fresh).toEqual(all);
    expect(result).toEqual(await site.cold(settings));
  });

  it('that change the base path have entries of their own', async () => {
    const site = open(neighbours);
    await site.run();
    const { result } = await site.run({ base: '/b/' });
    expect(result).toEqual(await site.cold({ base: '/b/' }));
    expect(JSON.stringify(result.articles)).toContain('/b/posts/target/');
    expect((await site.run()).fresh).toEqual([]);
    expect((await site.run({ base: '/b/' })).fresh).toEqual([]);
  });

  it('of rules apply to what was compiled under others', async () => {
    const site = open({ 'a.md': article('甲', '$\\foo$') });
    const severities = async (rules: Record<string, 'error' | 'warn' | 'off'>) => {
      const { fresh, result } = await site.run({ rules });
      return [fresh, result.diagnostics.map(({ severity }) => severity)];
    };
    expect(await severities({ 'math/undefined-command': 'off' })).toEqual([['a.md'], []]);
    expect(await severities({ 'math/undefined-command': 'warn' })).toEqual([[], ['warn']]);
    expect(await severities({})).toEqual([[], ['error']]);
  });
});

describe('a cache that is not as it was left', () => {
  const shardsOf = (folder: string): string[] => readdirSync(folder).map((name) => path.join(folder, name));

  it.each<[string, (site: CachedSite) => void]>([
    [
      'is gone',
      ({ caches }) => {
        rmSync(path.dirname(caches.articles), { recursive: true });
      },
    ],
    [
      'has lost its renditions',
      ({ caches }) => {
        rmSync(caches.renditions, { recursive: true });
      },
    ],
    [
      'is garbage',
      ({ caches }) => {
        for (const file of shardsOf(caches.articles)) writeFileSync(file, Buffer.alloc(5_000, 0xff));
      },
    ],
    [
      'was cut off',
      ({ caches }) => {
        for (const file of shardsOf(caches.articles)) {
          const whole = readFileSync(file);
          writeFileSync(file, whole.subarray(0, whole.length / 2));
        }
      },
    ],
    [
      'has one wrong byte',
      ({ caches }) => {
        for (const file of shardsOf(caches.articles)) {
          const text = readFileSync(file, 'utf8');
          writeFileSync(file, text.replaceAll('<p>', '<q>'));
        }
      },
    ],
    [
      'comes from another pipeline',
      ({ caches }) => {
        const [file = ''] = shardsOf(caches.articles);
        const other = new DiskCache(caches.articles);
        for (const [, key = '', value = ''] of readFileSync(file, 'utf8').matchAll(
          /^(a\S+) \d+ \S+ (.*)$/gmu,
        )) {
          const old = JSON.parse(value) as { madeFrom: string };
          other.set(key, JSON.stringify({ madeFrom: `${old.madeFrom}-old`, html: '<p>old</p>' }));
        }
        other.save();
        rmSync(file);
      },
    ],
  ])('%s: articles are compiled again', async (_what, damage) => {
    const site = open(neighbours);
    const { result, fresh: all } = await site.run();
    damage(site);
    const later = await site.run();
    expect(later.result).toEqual(result);
    expect(later.fresh.length).toBeGreaterThan(0);
    expect(all).toEqual(expect.arrayContaining(later.fresh));
    expect((await site.run()).fresh).toEqual([]);
  });

  it('is written by two runs at once', async () => {
    const site = open(neighbours);
    const [one, other] = await Promise.all([site.run(), site.run()]);
    expect(one.result).toEqual(other.result);
    expect((await site.run()).fresh).toEqual([]);
  });
});

describe('the pipeline’s fingerprint', () => {
  it.each([
    'markdown/remark-figures.ts',
    'citations/csl-styles.ts',
    'loader/limits.ts',
    'loader/article-trace.ts',
  ])('changes with %s', (name) => {
    const { content: folder } = open();
    cpSync(path.join(project, 'src'), path.join(folder, 'src'), { recursive: true });
    symlinkSync(path.join(project, 'node_modules'), path.join(folder, 'node_modules'));
    mkdirSync(path.join(folder, 'src', 'loader'), { recursive: true });
    const own = (): string | undefined =>
      fingerprintOf(pathToFileURL(path.join(folder, 'src', 'loader', 'article-renderer.ts')));
    const before = own();
    expect(before).toBeDefined();
    const file = path.join(folder, 'src', name);
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nexport const more = 1;\n`);
    expect(own()).not.toBe(before);
  });
});
