import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleWorker } from '../../src/build/write-service-worker.ts';
import { fixture, printed, runCommand, startCommand, temporaryFolder } from '../build/run-build.ts';
import { useBrowser } from './browser.ts';

const visit = useBrowser();
const { folder, remove } = temporaryFolder();
const content = path.join(folder, 'content');
const out = path.join(folder, 'dist');
const base = '/some/base/';
const env = { DOWNLINK_BASE: base };

let server: ReturnType<typeof startCommand> | undefined;
let home = '';

async function build(): Promise<void> {
  const { code, output } = await runCommand('build', ['--content', content, '--out', out], env);
  if (code !== 0) throw new Error(output);
}

/** Serves what was built last, under the same address as before. */
async function serve(): Promise<void> {
  const port = home === '' ? '4480' : new URL(home).port;
  server = startCommand('preview', ['--out', out, '--port', port], env);
  const address = await printed(server, /http:\/\/\S+/u);
  if (home !== '' && address !== home) throw new Error(`The port of ${home} was taken meanwhile.`);
  home = address;
}

/** Takes the site off the network. */
async function stop(): Promise<void> {
  server?.child.kill();
  await server?.done;
  server = undefined;
}

beforeAll(async () => {
  cpSync(fixture('good'), content, { recursive: true });
  await build();
  await serve();
});
afterAll(async () => {
  await stop();
  remove();
});

/** What is kept, by the names of the caches. */
const kept = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const names = await caches.keys();
    const all = names.map(async (name): Promise<[string, string[]]> => {
      const requests = await (await caches.open(name)).keys();
      return [name, requests.map(({ url }) => decodeURI(new URL(url).pathname))];
    });
    return Object.fromEntries(await Promise.all(all));
  });

const keptPaths = async (page: Page): Promise<string[]> => Object.values(await kept(page)).flat();

/** Titles that a search finds. */
async function find(page: Page, text: string): Promise<string> {
  await page.goto(`${home}search/?q=${encodeURIComponent(text)}`);
  const results = page.locator('.search-page-results > li');
  await results.first().waitFor();
  return results.allInnerTexts().then((texts) => texts.join('\n'));
}

/** Whether a page looks as it should: no sheet is missing, its formulas and pictures are there. */
const looks = (page: Page): Promise<{ sheets: boolean; images: boolean; font: boolean }> =>
  page.evaluate(async () => {
    await document.fonts.ready;
    for (const image of document.images) image.loading = 'eager';
    await Promise.allSettled(Array.from(document.images, (image) => image.decode()));
    return {
      sheets: [...document.styleSheets].every((sheet) => sheet.cssRules.length > 0),
      images: [...document.images].every(({ complete, naturalWidth }) => complete && naturalWidth > 0),
      font: [...document.fonts].some(({ family, status }) => family.includes('KaTeX') && status === 'loaded'),
    };
  });

const whole = { sheets: true, images: true, font: true };

it('goes on without a network, takes a new build over whole, and goes away when it is told to', async () => {
  const check = async (page: Page): Promise<void> => {
    // The first page was there before the worker, the second one is opened under it.
    await expect.poll(() => keptPaths(page)).toContain(base);
    await page.goto(`${home}posts/first/`);
    expect(await looks(page)).toEqual(whole);
    await expect.poll(() => keptPaths(page)).toContain(`${base}posts/first/`);
    expect(await find(page, '开头')).toContain('第一篇');
    await expect.poll(() => keptPaths(page)).toContain(`${base}pagefind/`);

    await stop();
    await page.goto(`${home}posts/first/`);
    expect(await page.locator('h1').innerText()).toBe('第一篇');
    expect(await looks(page)).toEqual(whole);
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe('第一篇');
    // Never asked for while there was a network.
    expect(await find(page, 'mc^2')).toContain('第二篇');
    await page.goto(`${home}posts/second/`);
    expect(await page.locator('h1').innerText()).toBe('现在没有网络');
    const list = page.locator('[data-kept-articles] a');
    await expect.poll(() => list.allInnerTexts()).toEqual(['第一篇']);
    expect(await list.getAttribute('href')).toBe(`${base}posts/first/`);
    await page.goto(`${home}en/posts/second/`);
    expect(await page.locator('h1').innerText()).toBe('No connection');

    const [before = ''] = Object.keys(await kept(page));
    const article = path.join(content, 'posts', 'first', 'zh.md');
    writeFileSync(article, readFileSync(article, 'utf8').replace('开头', '改过的开头，梯度检查点'));
    await build();
    await serve();
    // Back on the network: the page that is opened is the new one at once.
    await page.goto(`${home}posts/third/`);
    expect(await page.locator('h1').innerText()).toContain('第三篇');
    await expect
      .poll(async () => Object.values(await kept(page)).filter((paths) => paths.length > 9).length)
      .toBe(2);
    const isTakenOver = async (): Promise<boolean> => {
      await page.reload();
      return !Object.keys(await kept(page)).includes(before);
    };
    await expect.poll(isTakenOver, { timeout: 60_000, interval: 500 }).toBe(true);
    const after = await kept(page);
    expect(Object.keys(after)).toHaveLength(1);
    // The index came along, since it was there before.
    expect(Object.values(after)[0]).toContain(`${base}pagefind/`);

    await stop();
    // Read in the old build, and never opened in the new one.
    await page.goto(`${home}posts/first/`);
    expect(await page.locator('main').innerText()).toContain('梯度检查点');
    expect(await looks(page)).toEqual(whole);
    expect(await find(page, '梯度检查点')).toContain('第一篇');

    await serve();
    writeFileSync(path.join(out, 'sw.js'), await bundleWorker('tombstone', { base }));
    await page.goto(home);
    const left = (): Promise<number[]> =>
      page.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
      ]);
    // The page of the old build asks for a worker again; that one removes itself too.
    await expect.poll(left, { timeout: 60_000 }).toEqual([0, 0]);
  };
  await visit(home, check, { serviceWorkers: 'allow', mayFail: /./u });
});

it('leaves other caches of the origin alone', async () => {
  const check = async (page: Page): Promise<void> => {
    await page.evaluate(() => caches.open('downlink / of-another-site'));
    await page.goto(home);
    await expect.poll(() => page.evaluate(() => caches.keys())).toEqual(['downlink / of-another-site']);
  };
  await visit(`${home}favicon.svg`, check, { serviceWorkers: 'allow', mayFail: /./u });
});
