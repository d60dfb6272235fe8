import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const sites = inject('sites');
const { root } = sites;

const asked = (query: string): string => `posts/lora/?q=${encodeURIComponent(query)}`;
const barOf = (page: Page): Locator => page.getByRole('region', { name: '页内匹配' });
const place = (page: Page): Promise<string> => page.locator('.match-place').innerText();

/** The texts that are marked, or the one that is current. */
const marked = (page: Page, name: string): Promise<string[]> =>
  page.evaluate(
    (key) => [...(CSS.highlights.get(key) ?? [])].map((range) => (range as Range).toString()),
    name,
  );

/** Where the current match is in the window: 0 is its top, 1 its bottom. */
const height = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('search-match-current') ?? [];
    return ((range as Range).getBoundingClientRect().top + 1) / window.innerHeight;
  });

describe.each(Object.entries(sites))(
  'an article of the site under %s, opened from a search',
  (_name, home) => {
    it('has the words marked, without a change to the document', async () => {
      await visit(home + asked('低秩 lora'), async (page) => {
        await barOf(page).waitFor();
        const texts = await marked(page, 'search-match');
        expect(texts.length).toBeGreaterThan(10);
        expect(new Set(texts.map((text) => text.toLowerCase()))).toEqual(new Set(['低秩', 'lora']));
        expect(await page.locator('.prose mark').count()).toBe(0);
        expect(await place(page)).toBe(`1 / ${String(texts.length)}`);
        expect(await marked(page, 'search-match-current')).toEqual([texts[0]]);
        await expect.poll(() => height(page)).toBeGreaterThan(0);
        await expect.poll(() => height(page)).toBeLessThan(1);
        const live = barOf(page).getByRole('status');
        await expect.poll(() => live.innerText()).toBe(`第 1 处，共 ${String(texts.length)} 处`);
      });
    });
  },
);

it('goes from match to match with the keyboard, and ends with Escape', async () => {
  await visit(root + asked('低秩'), async (page) => {
    await barOf(page).waitFor();
    const count = (await marked(page, 'search-match')).length;
    const at = (number: number): string => `${String(number)} / ${String(count)}`;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const next = barOf(page).getByRole('button', { name: '下一处' });
    expect(await next.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    expect(await place(page)).toBe(at(2));
    await page.keyboard.press('n');
    expect(await place(page)).toBe(at(3));
    await page.keyboard.press('Shift+Enter');
    expect(await place(page)).toBe(at(2));
    await page.keyboard.press('p');
    await page.keyboard.press('p');
    expect(await place(page)).toBe(at(count));
    await expect.poll(() => height(page)).toBeLessThan(1);
    await expect.poll(() => height(page)).toBeGreaterThan(0);
    await barOf(page).getByRole('button', { name: '上一处' }).click();
    expect(await place(page)).toBe(at(count - 1));

    await page.keyboard.press('Escape');
    expect(await barOf(page).count()).toBe(0);
    await expect.poll(() => page.url()).toBe(`${root}posts/lora/`);
    expect(await marked(page, 'search-match')).toEqual([]);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });
});

it('begins at the section of the address', async () => {
  const section = encodeURIComponent('局限与争议');
  await visit(`${root}${asked('LoRA')}#${section}`, async (page) => {
    await barOf(page).waitFor();
    const [number] = (await place(page)).split(' / ').map(Number);
    expect(number).toBeGreaterThan(5);
    const top = (): Promise<number> =>
      page.evaluate(
        (id) => document.getElementById(id)?.getBoundingClientRect().top ?? -1,
        decodeURIComponent(section),
      );
    await expect.poll(top).toBeGreaterThanOrEqual(0);
    await expect.poll(top).toBeLessThan(200);
  });
});

it('finds words across formatting, and not in what is not read', async () => {
  await visit(`${root}posts/lora/`, async (page) => {
    await page.route(/\/posts\/lora\//u, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const text =
        '<p id="here">量<em>子<strong>纠</strong></em>缠，<button>量子纠缠</button><span class="katex-mathml">量子纠缠</span>' +
        '量子</p><p>纠缠</p><details><summary>更多</summary><p>量子纠缠</p></details>';
      const body = html.replace(/(<div class="prose"[^>]*>)/u, `$1${text}`);
      await route.fulfill({ response, body });
    });
    await page.goto(root + asked('量子纠缠'));
    await barOf(page).waitFor();
    expect(await marked(page, 'search-match')).toEqual(['量子纠缠', '量子纠缠']);
    await barOf(page).getByRole('button', { name: '下一处' }).click();
    expect(await page.locator('.prose details').first().getAttribute('open')).toBe('');
  });
});

it('marks with elements where the browser has no highlights, and takes them away again', async () => {
  await visit(root, async (page) => {
    await page.addInitScript(() => {
      Reflect.deleteProperty(CSS, 'highlights');
    });
    await page.goto(`${root}posts/lora/`);
    // Without the menus of formulas, which come when a pointer does.
    const textOf = (): Promise<string> =>
      page.locator('[data-article]').evaluate((article) => {
        const copy = article.cloneNode(true) as Element;
        for (const menu of copy.querySelectorAll('button')) menu.remove();
        return copy.textContent;
      });
    const before = await textOf();
    await page.goto(root + asked('低秩适配'));
    await barOf(page).waitFor();
    const marks = page.locator('.prose mark.search-match');
    expect(await marks.count()).toBeGreaterThan(0);
    expect(await page.locator('mark.is-current').first().innerText()).toBe('低秩适配');
    await barOf(page).getByRole('button', { name: '去掉标记' }).click();
    expect(await marks.count()).toBe(0);
    expect(await textOf()).toBe(before);
  });
});

it.each(['龘龘', '', '\\alpha/r (', '"'])('shows nothing when %j is nowhere', async (query) => {
  await visit(root + asked(query), async (page) => {
    await page.waitForLoadState('networkidle');
    expect(await page.locator('.match-bar').count()).toBe(0);
  });
});

it('is not loaded on an article that was opened in another way', async () => {
  await visit(`${root}posts/lora/`, async (page) => {
    await page.waitForLoadState('networkidle');
    const loaded = await page.evaluate(() =>
      performance.getEntriesByType('resource').map(({ name }) => name),
    );
    expect(loaded.filter((name) => name.includes('mark-matches'))).toEqual([]);
  });
});

it.each(['light', 'dark'] as const)('has no violation in the %s theme', async (colorScheme) => {
  await visit(
    root + asked('低秩'),
    async (page) => {
      await barOf(page).waitFor();
      expect(await violationsOf(page)).toEqual([]);
    },
    { colorScheme },
  );
});
