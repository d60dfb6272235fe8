import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { projectRoot } from '../../src/loader/content-settings.ts';
import { processRenditions } from '../../src/renditions/shared.ts';
import { buildSearchIndex } from '../../src/search-index/build-index.ts';
import { fixture, printed, startCommand, temporaryFolder } from '../build/run-build.ts';
import { compileFiles } from '../markdown/compile-text.ts';
import { markdown, notebookOf, raw } from '../unit/notebooks/write-notebook.ts';
import { settled, useBrowser } from './browser.ts';

const visit = useBrowser();
const { folder, remove } = temporaryFolder();
const second = path.join(folder, 'posts', 'second.md');
/** Where the last build would be. */
const { folder: out, remove: removeOut } = temporaryFolder();
let server: ReturnType<typeof startCommand>;
let home = '';

/** Articles that no earlier run has rendered: enough for the server not to wait for them. */
const unseen = Array.from({ length: 12 }, (_, index) => `unseen-${String(index)}`);
const fileOf = (slug: string): string => path.join(folder, 'posts', `${slug}.md`);

beforeAll(async () => {
  cpSync(fixture('good'), folder, { recursive: true });
  for (const slug of unseen)
    writeFileSync(fileOf(slug), `---\ntitle: ${slug}\ndate: 2020-01-01\n---\n${folder} 里的 $x^2$。\n`);
  server = startCommand('dev', ['--content', folder, '--out', out, '--port', '4480']);
  home = await printed(server, /http:\/\/\S+/u);
  await printed(server, /watching for file changes/u);
});
afterAll(async () => {
  server.child.kill();
  await server.done;
  remove();
  removeOut();
});

/** Files are watched, pages are rendered again: on a busy machine that takes a while. */
const patient = { timeout: 60_000 };

describe('npm run dev', () => {
  it('serves articles that have not been rendered, those first that are asked for', async () => {
    expect(server.output()).toMatch(/Rendering \d+ articles\./u);
    const get = async (address: string): Promise<string> => (await fetch(home + address)).text();
    const [page, copy, feed] = await Promise.all([
      get(`posts/${unseen[0] ?? ''}/`),
      get(`posts/${unseen[1] ?? ''}/index.md`),
      get('atom.xml'),
    ]);
    for (const answer of [page, copy]) expect(answer).toContain(`${folder} 里的`);
    // Each in its summary and in its text.
    expect(feed.split(`${folder} 里的`)).toHaveLength(2 * unseen.length + 1);
    await expect.poll(server.output, patient).toContain('All articles are rendered.');
    for (const slug of unseen) rmSync(fileOf(slug));
    await expect
      .poll(async () => (await fetch(`${home}posts/${unseen[0] ?? ''}/`)).status, patient)
      .toBe(404);
  });

  it('shows an edit, a mistake over the page, and its mending', async () => {
    await visit(`${home}posts/second/`, async (page) => {
      await expect.poll(() => page.locator('.katex').count(), patient).toBe(1);
      const before = readFileSync(second, 'utf8');

      appendFileSync(second, '\n新的一段，$x^2$。\n');
      await page.getByText('新的一段').waitFor();
      await expect.poll(() => page.locator('.katex').count(), patient).toBe(2);

      appendFileSync(second, '\n错在 $\\foo$。\n');
      const line =
        readFileSync(second, 'utf8')
          .split('\n')
          .findIndex((text) => text.includes('\\foo')) + 1;
      const overlay = page.locator('.diagnostics-overlay');
      await overlay.waitFor();
      expect(await overlay.innerText()).toContain('math/undefined-command');
      expect(await overlay.getByRole('link').innerText()).toContain(`second.md:${String(line)}:5`);
      await expect.poll(server.output, patient).toContain('Undefined control sequence \\foo');

      writeFileSync(second, before);
      await overlay.waitFor({ state: 'detached' });
      await expect.poll(() => page.locator('.katex').count(), patient).toBe(1);
    });
  });

  it('asks for no service worker, and removes one that a built site left', async () => {
    await visit(
      home,
      async (page) => {
        await page.evaluate(() => navigator.serviceWorker.register('/sw.js'));
        const left = (): Promise<number> =>
          page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
        await expect.poll(left, patient).toBe(0);
        expect(await page.evaluate(() => document.documentElement.dataset.offline)).toBeUndefined();
      },
      { serviceWorkers: 'allow' },
    );
  });

  it('shows drafts, and new and deleted files, while pages are asked for ceaselessly', async () => {
    const draft = path.join(folder, 'posts', 'new.md');
    const write = (title: string): void => {
      writeFileSync(draft, `---\ntitle: ${title}\ndate: 2026-03-01\ndraft: true\n---\n草稿正文。\n`);
    };
    await visit(home, async (page) => {
      let isOver = false;
      const asking = Array.from({ length: 4 }, async () => {
        while (!isOver) await (await fetch(home)).text();
      });
      const list = async (): Promise<string> => {
        await page.reload();
        return page.locator('.articles').innerText();
      };
      for (const round of ['一', '二', '三']) {
        // Some of these come while the one before is compiled, or while its result is loaded.
        for (let step = 0; step < 8; step += 1) {
          write(`新来的第${round}${String(step)}稿`);
          await new Promise((resolve) => setTimeout(resolve, 20 * 2 ** (step % 6)));
        }
        write(`新来的第${round}稿`);
        await expect.poll(list, patient).toMatch(new RegExp(`新来的第${round}稿\\s+草稿`, 'u'));
        rmSync(draft);
        await expect.poll(list, patient).not.toContain('新来的');
      }
      isOver = true;
      await Promise.all(asking);
    });
  });

  it('prints a new MDX article whole from its first moment, and other pages once its image is gone', async () => {
    const picture = readFileSync(path.join(fixture('good'), 'posts', 'first', 'line.png'));
    for (const round of ['1', '2', '3', '4']) {
      const own = path.join(folder, 'posts', `race-${round}`);
      mkdirSync(own);
      writeFileSync(path.join(own, 'line.png'), picture);
      writeFileSync(
        path.join(own, 'index.mdx'),
        `---\ntitle: 竞${round}\ndate: 2026-03-01\n---\n\n和是 {${round} + 100}。\n\n![图](./line.png)\n`,
      );
      const statuses = new Set<number>();
      const list = async (): Promise<string> => {
        const answer = await fetch(home);
        statuses.add(answer.status);
        return answer.text();
      };
      const firstAnswer = async (): Promise<string> => {
        for (;;) {
          const response = await fetch(`${home}posts/race-${round}/`);
          if (response.status !== 404) return response.text();
          await response.body?.cancel();
        }
      };
      const [first, second] = await Promise.all([firstAnswer(), firstAnswer(), list(), list()]);
      for (const page of [first, second]) {
        expect(page).toContain(`和是 10${round}。`);
        expect(page).toMatch(/<img[^>]* src="[^"]*line\.png/u);
      }
      // Another server, over another folder, would find it there.
      expect(readFileSync(path.join(projectRoot, '.astro', 'content-modules.mjs'), 'utf8')).not.toContain(
        'race',
      );
      rmSync(own, { recursive: true });
      await expect.poll(list, patient).not.toContain(`竞${round}`);
      expect([...statuses]).toEqual([200]);
    }
  });

  it.each([
    ['Markdown', 'md'],
    ['MDX', 'mdx'],
  ])('shows what files beside a %s article say now, and that one is gone', async (_name, extension) => {
    const beside = path.join(folder, 'posts', 'beside');
    const files = {
      'zh.py': '# region step\nold_step()\n# endregion\n',
      'refs.bib': '@book{one, author={Old, Ann}, title={One}, year={2020}}\n',
      [`index.${extension}`]: `---\ntitle: 旁边\ndate: 2026-03-01\nauthors: [ann]\n---\n见 [@one]。\n\n\`\`\`python file="./zh.py#step"\n\`\`\`\n`,
    };
    const authors = path.join(folder, 'authors.yaml');
    // Whatever comes of this, what follows, and another try, begin without it.
    onTestFinished(async () => {
      rmSync(beside, { recursive: true, force: true });
      rmSync(authors, { force: true });
      await expect.poll(async () => (await fetch(home)).text(), patient).not.toContain('旁边');
    });
    mkdirSync(beside);
    writeFileSync(authors, 'ann: { name: 旧名字 }\n');
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(beside, name), text);
    const rewrite = (name: string): void => {
      writeFileSync(path.join(beside, name), (files[name] ?? '').replace('old', 'new').replace('Old', 'Neu'));
    };
    await expect.poll(async () => (await fetch(`${home}posts/beside/`)).status, patient).toBe(200);
    await visit(`${home}posts/beside/`, async (page) => {
      const shows = (text: string) => page.getByText(text).first().waitFor();
      await shows('old_step');
      rewrite('zh.py');
      await shows('new_step');
      rewrite('refs.bib');
      await shows('Neu');
      writeFileSync(authors, 'ann: { name: 新名字 }\n');
      await shows('新名字');

      const overlay = page.locator('.diagnostics-overlay');
      rmSync(path.join(beside, 'zh.py'));
      await overlay.getByText('code/missing-file').waitFor();
      rewrite('zh.py');
      await overlay.waitFor({ state: 'detached' });
      rmSync(path.join(beside, 'refs.bib'));
      await overlay.getByText('citation/').first().waitFor();
    });
  });

  it.each(['md', 'mdx'])('changes what is read where it stands, in .%s', async (extension) => {
    const file = path.join(folder, 'posts', `long.${extension}`);
    const write = (before: string, after: string): void => {
      const rest = Array.from({ length: 60 }, (_, index) => `第 ${String(index)} 段。`).join('\n\n');
      writeFileSync(file, `---\ntitle: 长文\ndate: 2026-03-01\n---\n${before}\n\n${rest}\n\n${after}\n`);
    };
    write('开头。', '结尾。');
    await expect.poll(async () => (await fetch(`${home}posts/long/`)).status, patient).toBe(200);
    await visit(
      `${home}posts/long/`,
      async (page) => {
        const line = page.getByText('第 40 段。');
        const top = async (): Promise<number> => Math.round((await line.boundingBox())?.y ?? Number.NaN);
        await line.scrollIntoViewIfNeeded();
        await page.evaluate(() => (document.documentElement.dataset.stays = ''));
        const before = await settled(page, top);

        write('改过的开头，$x^2$。\n\n```python\nlow_rank()\n```', '改过的结尾。');
        const code = page.locator('[data-article] figure.code');
        await code.getByRole('button', { name: '复制' }).waitFor({ state: 'attached' });
        await expect.poll(() => page.locator('.katex').count()).toBe(1);
        expect(await page.getByText('改过的结尾。').count()).toBe(1);
        await expect.poll(top).toBe(before);

        write('开头。', '结尾。');
        await code.waitFor({ state: 'detached' });
        await expect.poll(top).toBe(before);
        // Nothing was loaded again.
        expect(await page.evaluate(() => document.documentElement.dataset.stays)).toBe('');

        rmSync(file);
        await page.locator('main').getByText('404').waitFor();
      },
      { mayFail: /posts\/long\/$/u },
    );
  });

  it('shows the source of an expression that fails, with its place over the page, until it is mended', async () => {
    const article = path.join(folder, 'posts', 'failing.mdx');
    const write = (expression: string): void => {
      writeFileSync(article, `---\ntitle: 表达式\ndate: 2026-03-01\n---\n\n和是 {${expression}}。\n`);
    };
    write('1 + 2');
    await expect.poll(async () => (await fetch(`${home}posts/failing/`)).status, patient).toBe(200);
    await visit(`${home}posts/failing/`, async (page) => {
      await page.getByText('和是 3。').waitFor();
      write('undefined.sum');
      const overlay = page.locator('.diagnostics-overlay');
      await overlay.getByRole('link', { name: 'failing.mdx:6:5 error mdx/failed' }).waitFor();
      await page.locator('.offence', { hasText: '{undefined.sum}' }).waitFor();
      await expect.poll(server.output, patient).toContain("reading 'sum'");
      write('2 + 2');
      await page.getByText('和是 4。').waitFor();
      await overlay.waitFor({ state: 'detached' });
    });
    rmSync(article);
  });

  it('shows a notebook, an edit of it, and a mistake in it', async () => {
    const file = path.join(folder, 'posts', 'book.ipynb');
    const write = (text: string): void => {
      writeFileSync(file, notebookOf([raw('---\ntitle: 笔记\ndate: 2026-03-01\n---'), markdown(text)]));
    };
    write('算出 $x_1$。');
    await expect.poll(async () => (await fetch(`${home}posts/book/`)).status, patient).toBe(200);
    await visit(`${home}posts/book/`, async (page) => {
      await page.getByText('算出').waitFor();
      write('改成 $x_2$。');
      await page.getByText('改成').waitFor();
      const overlay = page.locator('.diagnostics-overlay');
      write('错成 $\\foo$。');
      await overlay.getByText('math/undefined-command').waitFor();
      writeFileSync(file, '{ "cells": [');
      await overlay.getByText('notebook/invalid').waitFor();
      // The page stays as it could last be read.
      expect(await overlay.getByText('math/undefined-command').count()).toBe(0);
      await page.reload();
      await page.getByText('错成').waitFor();
      write('算出 $x_1$。');
      await overlay.waitFor({ state: 'detached' });
      await page.getByText('算出').waitFor();
    });
    rmSync(file);
  });

  it('searches the last build, or says how to make one', async () => {
    await visit(
      home,
      async (page) => {
        const dialog = page.getByRole('dialog');
        // A change of the test before may still reload the page, and close the dialog with it.
        await expect
          .poll(async () => {
            if (!(await dialog.isVisible())) await page.keyboard.press('/');
            await dialog.getByRole('combobox', { name: '搜索文章' }).fill('第一段', { timeout: 2000 });
            await dialog.getByText('npm run build').waitFor({ timeout: 5000 });
            return dialog.isVisible();
          }, patient)
          .toBe(true);

        const built = { 'posts/built.md': '---\ntitle: 建好的\ndate: 2026-01-01\n---\n第一段话。' };
        const { articles, glossary } = await compileFiles(built);
        await buildSearchIndex(articles, glossary, processRenditions(), path.join(out, 'pagefind', 'zh'));
        await dialog.getByRole('button', { name: '重试' }).click();
        await dialog.getByRole('listbox').getByRole('option', { name: '建好的' }).first().waitFor();
      },
      { mayFail: /pagefind/u },
    );
  });
});
