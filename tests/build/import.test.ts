import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, runCommand, snapshot, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
afterAll(remove);

const content = path.join(folder, 'content');
const folderOf = (generator: string): string =>
  path.join(root, 'tests', 'unit', 'authoring', 'fixtures', generator);
const importFrom = (generator: string, ...more: string[]) =>
  runCommand('import', [generator, folderOf(generator), '--to', content, ...more]);
const article = (name: string): string => readFileSync(path.join(content, 'posts', name), 'utf8');

describe('an import', () => {
  it('writes nothing unless it is told to', async () => {
    const { code, output } = await importFrom('hexo');
    expect(code).toBe(0);
    expect(output).toContain('posts/attention/zh.md  ←  source/_posts/attention.md');
    expect(output).toContain('5 files would be written');
    expect(snapshot(content).size).toBe(0);
  });

  it.each([
    ['hexo', 5],
    ['hugo', 5],
    ['jekyll', 3],
    ['vuepress', 4],
    ['obsidian', 3],
    ['notebook', 3],
  ])('brings %s', async (generator, files) => {
    const { code, output } = await importFrom(generator, '--write');
    expect(output).toContain(`${String(files)} files written`);
    expect(code).toBe(0);
  });

  it('gives links, pictures and keys the form that they have here', () => {
    expect(article('attention/zh.md')).toContain('date: 2021-03-04T');
    expect(article('attention/zh.md')).toContain('tags: ["注意力", "Transformer", "深度学习"]');
    expect(article('warmup/en.md')).toContain('tags: ["optimisation", "training"]');
    expect(article('warmup/en.md')).toContain('[before](../adam/zh.md)');
    expect(article('attention/zh.md')).toContain('redirectFrom: ["/2021/03/04/attention/"]');
    expect(article('attention/zh.md')).toContain('](./heads.png');
    expect(article('attention/zh.md')).toContain('![网格](./grid.png)');
    expect(article('attention/zh.md')).toContain('](../layer-norm/zh.md)');
    expect(article('layer-norm/zh.md')).toContain('[注意力](../attention/zh.md)');
    expect(article('rope/zh.md')).toContain('draft: true');
    expect(article('adam/zh.md')).toContain('updated: 2022-05-10');
    expect(article('adam/zh.md')).toContain('../warmup/zh.md');
    expect(article('notes/dropout/zh.md')).toContain('src="./mask.png"');
    expect(article('notes/dropout/zh.md')).toContain('../../batch-norm/zh.md');
    expect(article('guide/zh.md')).toContain('[池化](./pooling/zh.md#步长)');
    expect(article('论文/mamba-笔记/zh.md')).toContain('[离散化](../../基础/状态空间模型/zh.md#离散化)');
    expect(article('论文/mamba-笔记/zh.md')).toContain('![[扫描.png|120]]');
    expect(article('论文/mamba-笔记/zh.md')).toContain('title: "Mamba 笔记"');
    expect(article('基础/状态空间模型/zh.md')).toContain('[S6](../../论文/mamba-笔记/zh.md)');
  });

  it('leaves notebooks what they are, but for front matter and addresses', () => {
    const sources = (name: string): string[] =>
      (JSON.parse(article(name)) as { readonly cells: { readonly source: string[] }[] }).cells.map(
        ({ source }) => source.join(''),
      );
    const [head = '', text] = sources('01-entropy/zh.ipynb');
    expect(head).toMatch(/^---\ndate: .*\n---$/u);
    expect(text).toContain('![曲线](./curve.png)\n\n温度见[下一课](../02-temperature/zh.ipynb)。');
    const [other, second] = sources('02-temperature/zh.ipynb');
    expect(other).toContain('tags: ["推断", "采样"]\n');
    expect(second).toContain('接[上一课](../01-entropy/zh.ipynb)。');
    const original = readFileSync(path.join(folderOf('notebook'), '02-temperature.ipynb'), 'utf8').split(
      '\n',
    );
    const same = article('02-temperature/zh.ipynb')
      .split('\n')
      .filter((line) => original.includes(line));
    // Its tags have become one line of two.
    expect(original.length - same.length).toBeLessThanOrEqual(4);
  });

  it('builds without an error', { timeout: 180_000 }, async () => {
    const { code, output } = await runCommand('build', [
      '--content',
      content,
      '--out',
      path.join(folder, 'dist'),
    ]);
    expect(output).toMatch(/^0 errors, /mu);
    expect(code).toBe(0);
    const page = (name: string): string =>
      readFileSync(path.join(folder, 'dist', name, 'index.html'), 'utf8');
    expect(page('posts/01-entropy')).toMatch(/<img alt="曲线"[^>]*src="\/_assets\/[^"]*\.webp"/u);
    expect(page('posts/02-temperature')).toContain('1.4142135623730951');
    expect(page('en/posts/warmup')).toContain('The learning rate rises');
  });

  it('never writes over a file', async () => {
    const before = snapshot(content);
    const { code, output } = await importFrom('hexo', '--write');
    expect(code).toBe(1);
    expect(output).toContain('is there already and stays');
    expect(snapshot(content)).toEqual(before);
  });

  it.each([
    [['wordpress', '.'], 1, '`wordpress` is none of hexo, hugo,'],
    [['hexo', './nowhere'], 1, 'holds no article'],
    [['hexo'], 2, 'Name a generator and a folder.'],
    [['--help'], 0, 'npm run import'],
  ])('answers %j with %i', async (args, code, words) => {
    const result = await runCommand('import', args);
    expect(result.code).toBe(code);
    expect(result.output).toContain(words);
    expect(result.output).not.toMatch(/^\s+at /mu);
  });
});
