import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { ContentCompiler } from '../../../src/loader/content-compiler.ts';
import { RenderLater } from '../../../src/loader/render-later.ts';
import { DiskCache } from '../../../src/renditions/disk-cache.ts';
import { site } from '../../../src/site.config.ts';

const text = (index: number, count: number): string => {
  // Each links to a place in the next; one of the places is not there.
  const place = index === 5 ? 'nowhere' : 'place';
  const next = `a${String((index + 1) % count)}.md`;
  return `# 第 ${String(index)} 篇\n\n正文。\n\n## 处 {#place}\n\n见[下一篇](./${next}#${place})，$x_{${String(index)}}$。\n`;
};

/** A folder of some articles, and compilers that know nothing of them. */
function someArticles(count: number) {
  const contentFolder = mkdtempSync(path.join(tmpdir(), 'downlink-later-'));
  onTestFinished(() => {
    rmSync(contentFolder, { recursive: true });
  });
  mkdirSync(path.join(contentFolder, 'posts'));
  const files = Array.from({ length: count }, (_, index) =>
    path.join(contentFolder, 'posts', `a${String(index)}.md`),
  );
  for (const [index, file] of files.entries())
    writeFileSync(file, `---\ndate: 2026-01-0${String(1 + (index % 9))}\n---\n\n${text(index, count)}`);
  let caches = 0;
  const compiler = (): ContentCompiler =>
    new ContentCompiler(
      {
        ...{ contentFolder, publicFolder: path.join(contentFolder, 'public'), site },
        ...{ now: new Date('2026-11-20'), includeUnpublished: true },
      },
      // Empty, and another one for each.
      new DiskCache(path.join(contentFolder, `.cache-${String((caches += 1))}`)),
    );
  return { files, compiler };
}

describe('articles that are rendered later', () => {
  it('are known by their front matter, come at once when asked for, and all of them in the end', async () => {
    const { files, compiler } = someArticles(12);
    const whole = await compiler().compile();
    const [author, later] = [compiler(), new RenderLater()];

    const first = await author.compile(undefined, later);
    expect([...first.waiting].toSorted()).toEqual(files.toSorted());
    expect(first.articles.map(({ data }) => data.title)).toEqual(
      whole.articles.map(({ data }) => data.title),
    );
    expect(first.articles.every(({ html }) => html === '')).toBe(true);
    // Nobody knows yet which places there are.
    expect(first.diagnostics).toEqual([]);

    const [asked = ''] = files;
    later.hurry([asked]);
    const second = await author.compile(undefined, later);
    expect(second.waiting.has(asked)).toBe(false);
    const ofAsked = ({ absolutePath }: { absolutePath: string }): boolean => absolutePath === asked;
    expect(second.articles.find(ofAsked)).toEqual(whole.articles.find(ofAsked));

    await later.rendering;
    const last = await author.compile(undefined, later);
    expect(last.waiting.size).toBe(0);
    // Threads have rendered them.
    expect(last.fresh).toEqual([]);
    expect(last.articles).toEqual(whole.articles);
    expect(last.diagnostics).toEqual(whole.diagnostics);
    expect(last.diagnostics.map(({ rule }) => rule)).toEqual(['link/dead-anchor']);
  });

  it('are none where there are few', async () => {
    const { compiler } = someArticles(3);
    expect((await compiler().compile(undefined, new RenderLater())).waiting.size).toBe(0);
  });

  it('are none after the first run: what an edit asks for is rendered at once', async () => {
    const { files, compiler } = someArticles(9);
    const [author, later] = [compiler(), new RenderLater()];
    await author.compile(undefined, later);
    await later.rendering;
    await author.compile(undefined, later);
    for (const [index, file] of files.entries())
      writeFileSync(file, `---\ndate: 2026-01-01\n---\n\n改过。\n\n${text(index, 9)}`);
    const edited = await author.compile(undefined, later);
    expect(edited.waiting.size).toBe(0);
    expect(edited.fresh).toHaveLength(files.length);
  });
});
