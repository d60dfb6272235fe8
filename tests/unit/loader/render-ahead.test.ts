import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContentCompiler } from '../../../src/loader/content-compiler.ts';
import type { ContentSettings } from '../../../src/loader/content-settings.ts';
import { renderAhead, type RenderedAhead } from '../../../src/loader/render-ahead.ts';
import { site } from '../../../src/site.config.ts';

let folder = '';
const count = 170;

const settingsWith = (threads: number): ContentSettings => ({
  contentFolder: folder,
  publicFolder: path.join(folder, 'public'),
  site,
  now: new Date('2026-11-20'),
  includeUnpublished: false,
  threads,
});

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-ahead-'));
  mkdirSync(path.join(folder, 'posts'));
  for (let index = 0; index < count; index += 1) {
    const next = String((index + 1) % count);
    // One in ten has a dead link, one an unknown command.
    const wrong = index % 10 === 0 ? '[去](./nowhere.md) ' : index === 55 ? '$\\foo$ ' : '';
    const text = `${wrong}见[下一篇](./a${next}.md)：$x_{${String(index)}}$。\n\n\`\`\`js\nlet a = ${String(index)};\n\`\`\`\n`;
    writeFileSync(
      path.join(folder, 'posts', `a${String(index)}.md`),
      `---\ntitle: 第 ${String(index)} 篇\ndate: 2026-01-02\n---\n\n${text}`,
    );
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('articles rendered by several threads', () => {
  it('are those that one thread renders, findings and all', async () => {
    const [one, several] = [0, 2].map((threads) => new ContentCompiler(settingsWith(threads)));
    const alone = await one?.compile();
    const steps: number[] = [];
    const together = await several?.compile((done) => steps.push(done));
    expect(together?.articles).toEqual(alone?.articles);
    expect(together?.diagnostics).toEqual(alone?.diagnostics);
    expect(together?.diagnostics.length).toBe(count / 10 + 1);
    expect(together?.fresh).toEqual(alone?.fresh);
    expect(steps).toEqual(Array.from({ length: count }, (_, index) => index + 1));
  });

  it('come from the other threads too, each article once', async () => {
    const files = Array.from({ length: count }, (_, index) =>
      path.join(folder, 'posts', `a${String(index)}.md`),
    );
    const here: string[] = [];
    const there: RenderedAhead[] = [];
    await renderAhead(
      settingsWith(1),
      files,
      async (file) => {
        here.push(file);
        // Until the other thread is there; it needs a while to start.
        while (there.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      },
      (article) => there.push(article),
    );
    expect([...here, ...there.map(({ absolutePath }) => absolutePath)].toSorted()).toEqual(files.toSorted());
    const [first] = there;
    expect(new TextDecoder().decode(first?.entry)).toContain('data-slot');
    expect(first?.renditions.length).toBeGreaterThan(0);
  });
});
