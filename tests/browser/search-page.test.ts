import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { answerWith, richAnswer } from './answer-with.ts';
import { sidewaysScroll, useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const sites = inject('sites');
const { root } = sites;

const fieldOf = (page: Page): Locator => page.getByRole('textbox', { name: '搜索文章' });
const resultsOf = (page: Page): Locator => page.locator('.search-page-results > li');
const query = (page: Page): string => decodeURIComponent(new URL(page.url()).search);

describe.each(Object.entries(sites))('the search page under %s', (_name, home) => {
  it('works by its address', async () => {
    await visit(`${home}search/?q=LoRA`, async (page) => {
      await expect.poll(() => fieldOf(page).inputValue()).toBe('LoRA');
      await resultsOf(page).first().waitFor();
      // All questions are one page to search engines.
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toMatch(/\/search\/$/u);
      await resultsOf(page)
        .getByRole('link', { name: /LoRA：大模型的低秩适配/u })
        .first()
        .click();
      await page.waitForURL(`${home}posts/lora/?q=LoRA*`);
      await page.goBack();
      await resultsOf(page).first().waitFor();
    });
  });

  it('is announced to browsers', async () => {
    await visit(home, async (page) => {
      const link = page.locator('link[rel=search]');
      expect(await link.getAttribute('type')).toBe('application/opensearchdescription+xml');
      const description = await page.request.get(new URL((await link.getAttribute('href')) ?? '', home).href);
      const template = await page.evaluate(
        (xml) =>
          new DOMParser().parseFromString(xml, 'text/xml').querySelector('Url')?.getAttribute('template'),
        await description.text(),
      );
      expect(template).toBe(`https://downlink.example${new URL(home).pathname}search/?q={searchTerms}`);
    });
  });

  it('suggests in English, too, the article rather than what names it in passing', async () => {
    await visit(
      `${home}en/posts/lorra/`,
      async (page) => {
        const suggestion = page.locator('[data-suggest-articles]').getByRole('link').first();
        await suggestion.click();
        await page.waitForURL(`${home}en/posts/lora/`);
      },
      { mayFail: /lorra/u },
    );
  });

  it('suggests articles where an address leads nowhere', async () => {
    await visit(
      `${home}posts/lora-2.html`,
      async (page) => {
        const suggestion = page.locator('[data-suggest-articles]').getByRole('link').first();
        expect(await suggestion.innerText()).toBe('LoRA：大模型的低秩适配');
        await suggestion.click();
        await page.waitForURL(`${home}posts/lora/`);
      },
      { mayFail: /lora-2/u },
    );
  });
});

describe('the address', () => {
  it('follows the question, and the question follows back and forward', async () => {
    await visit(`${root}search/`, async (page) => {
      await answerWith(page, richAnswer);
      const field = fieldOf(page);
      expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
      await page.getByRole('button', { name: 'touji jiema' }).waitFor();
      await field.fill('低秩');
      await resultsOf(page).first().waitFor();
      await expect.poll(() => query(page)).toBe('?q=低秩');
      await field.press('Enter');
      await page.getByRole('button', { name: /微调/u }).click();
      await expect.poll(() => resultsOf(page).count()).toBe(2);
      await expect.poll(() => query(page)).toBe('?q=低秩&tag=微调');
      await page.getByRole('radio', { name: '最新' }).check();
      await expect.poll(() => query(page)).toBe('?q=低秩&tag=微调&sort=newest');
      await field.fill('精度');
      await page.getByRole('button', { name: '搜索', exact: true }).first().click();

      await page.goBack();
      await expect.poll(() => query(page)).toBe('?q=低秩&tag=微调');
      await expect.poll(() => page.getByRole('radio', { name: '相关' }).isChecked()).toBe(true);
      await expect.poll(() => field.inputValue()).toBe('低秩');
      await page.goBack();
      await expect.poll(() => page.getByRole('button', { pressed: true }).count()).toBe(0);
      await page.goForward();
      await expect.poll(() => page.getByRole('button', { pressed: true }).count()).toBe(1);
    });
  });

  it('keeps series and year, together with tags, on the way back and forward', async () => {
    await visit(`${root}about/`, async (page) => {
      await answerWith(page, richAnswer);
      await page.goto(`${root}search/?q=低秩&series=投机解码&year=2026`);
      const [series, year] = ['系列', '年份'].map((name) => page.getByRole('combobox', { name }));
      await year?.waitFor();
      expect(await series?.inputValue()).toBe('投机解码');
      expect(await year?.inputValue()).toBe('2026');
      await year?.selectOption('2025');
      await expect.poll(() => query(page)).toBe('?q=低秩&series=投机解码&year=2025');
      await page.getByRole('button', { name: /微调/u }).click();
      await expect.poll(() => query(page)).toBe('?q=低秩&tag=微调&series=投机解码&year=2025');
      await page.getByRole('button', { name: '清除筛选' }).click();
      await expect.poll(() => query(page)).toBe('?q=低秩');
      await page.goBack();
      await page.goBack();
      await expect.poll(() => year?.inputValue()).toBe('2025');
      await page.goBack();
      await expect.poll(() => year?.inputValue()).toBe('2026');
      expect(await series?.inputValue()).toBe('投机解码');
      await page.goForward();
      await expect.poll(() => year?.inputValue()).toBe('2025');
    });
  });

  it('finds what the index has under them', async () => {
    await visit(`${root}search/?q=解码&series=投机解码`, async (page) => {
      const choice = page.getByRole('combobox', { name: '系列' });
      await choice.waitFor();
      const inSeries = /投机解码 \((\d+)\)/u.exec(await choice.innerText())?.[1];
      expect(Number(inSeries)).toBeGreaterThan(2);
      expect(await page.locator('.search-status').innerText()).toContain(`${String(inSeries)} 篇文章`);
      await choice.selectOption('');
      await expect
        .poll(() => page.locator('.search-status').innerText())
        .not.toContain(`${String(inSeries)} 篇`);
    });
  });

  it('may hold anything', async () => {
    const strange =
      encodeURIComponent('"\u0000<b>' + '秩'.repeat(500)) + '&tag=%E4%B8&series=%00&year=20260&sort=x';
    await visit(`${root}search/?q=${strange}`, async (page) => {
      await expect.poll(() => page.locator('.search-status').innerText()).toMatch(/文章|没有/u);
    });
  });
});

it('shows more results, and as many again on the way back', async () => {
  await visit(`${root}about/`, async (page) => {
    await answerWith(page, richAnswer);
    await page.goto(`${root}search/?q=rank`);
    const more = page.getByRole('button', { name: '更多结果' });
    await more.waitFor();
    // Eight articles and the group of formulas.
    expect(await resultsOf(page).count()).toBe(9);
    await more.click();
    await expect.poll(() => resultsOf(page).count()).toBe(17);
    expect(await page.evaluate(() => document.activeElement?.matches('.search-hit'))).toBe(true);
    await more.click();
    await expect.poll(() => resultsOf(page).count()).toBe(21);
    expect(await more.isVisible()).toBe(false);
    await page.reload();
    await expect.poll(() => resultsOf(page).count()).toBe(21);
  });
});

it('does not submit the Enter of an input method', async () => {
  await visit(`${root}search/`, async (page) => {
    await answerWith(page, richAnswer);
    const field = fieldOf(page);
    await field.focus();
    const before = await page.evaluate(() => history.length);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'zhi', selectionStart: 3, selectionEnd: 3 });
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'keyDown',
      key: 'Enter',
      text: '\r',
      windowsVirtualKeyCode: 13,
    });
    expect(await page.evaluate(() => history.length)).toBe(before);
    await cdp.send('Input.insertText', { text: '秩' });
    await page.waitForTimeout(60);
    await field.press('Enter');
    await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(1);
  });
});

it('takes / as the way to its own field', async () => {
  await visit(`${root}search/`, async (page) => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('/');
    expect(await fieldOf(page).evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.locator('dialog').count()).toBe(0);
  });
});

it('says where to go without JavaScript', async () => {
  await visit(
    `${root}search/`,
    async (page) => {
      expect(await page.locator('main').innerText()).toContain('搜索需要 JavaScript');
      expect(await page.getByRole('textbox').count()).toBe(0);
      await page.locator('main').getByRole('link', { name: '归档' }).click();
    },
    { javaScriptEnabled: false },
  );
});

it.each(['light', 'dark'] as const)('has no violation in the %s theme', async (colorScheme) => {
  await visit(
    `${root}about/`,
    async (page) => {
      await answerWith(page, richAnswer);
      await page.goto(`${root}search/?q=${encodeURIComponent('投机界码')}`);
      await resultsOf(page).first().waitFor();
      expect(await violationsOf(page)).toEqual([]);
      expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
    },
    { colorScheme, viewport: { width: 360, height: 740 } },
  );
});
