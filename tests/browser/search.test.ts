import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { answerWith, richAnswer } from './answer-with.ts';
import { drawn, holdBack, sidewaysScroll, useBrowser } from './browser.ts';
import { violationsOf } from './violations.ts';

const visit = useBrowser();
const sites = inject('sites');
const { root } = sites;

const fieldOf = (page: Page): Locator => page.getByRole('combobox', { name: '搜索文章' });
const status = (page: Page): Promise<string> => page.locator('.search-status').innerText();
const isFocused = (place: Locator): Promise<boolean> =>
  place.evaluate((element) => element === document.activeElement);
const activeText = (page: Page): Promise<string | undefined> =>
  fieldOf(page).evaluate((field) => {
    const id = field.getAttribute('aria-activedescendant');
    return id === null ? undefined : document.getElementById(id)?.querySelector('.search-title')?.textContent;
  });

/** Opens the dialog with the keyboard. */
async function open(page: Page): Promise<Locator> {
  await page.keyboard.press('/');
  const field = fieldOf(page);
  await field.waitFor();
  return field;
}

/** Opens the dialog and waits for the results of a query. */
async function ask(page: Page, query: string): Promise<Locator> {
  const field = await open(page);
  await field.fill(query);
  await page.getByRole('listbox').getByRole('option').first().waitFor();
  return field;
}

describe.each(Object.entries(sites))('the search of the site under %s', (_name, home) => {
  it.each([
    ['投机解码', 'speculative-decoding'],
    ['LoRA', 'lora'],
  ])('finds %s and opens the right article, with the query in its address', async (query, slug) => {
    await visit(home, async (page) => {
      const field = await ask(page, query);
      expect(await status(page)).toMatch(/^\d+ 篇文章/u);
      await expect.poll(() => page.getByRole('status').first().innerText()).toMatch(/^找到 \d+ 篇文章/u);
      await field.press('Enter');
      await page.waitForURL(`${home}posts/${slug}/?q=*`);
      expect(new URL(page.url()).searchParams.get('q')).toBe(query);
    });
  });

  it('leads to the search page with the same question', async () => {
    await visit(home, async (page) => {
      await ask(page, 'LoRA');
      await page.getByRole('link', { name: '在搜索页查看全部结果' }).click();
      await page.waitForURL(`${home}search/?q=LoRA`);
      await page.locator('.search-page-results a').first().waitFor();
    });
  });
});

it('loads nothing of the search before it is asked for', async () => {
  await visit(root, async (page) => {
    const loaded = (): Promise<string[]> =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    const isSearch = /pagefind|search|mark-matches/u;
    expect((await loaded()).filter((name) => isSearch.test(name))).toEqual([]);
    expect(await page.locator('style').allInnerTexts()).not.toContain('search-');
    await open(page);
    expect((await loaded()).filter((name) => name.includes('search-dialog'))).toHaveLength(1);
  });
});

it('opens once for readers who ask again before it has come', async () => {
  await visit(root, async (page) => {
    const release = await holdBack(page, /search-dialog/u);
    await page.keyboard.press('/');
    await page.keyboard.press('/');
    release();
    await fieldOf(page).waitFor();
    await drawn(page);
    expect(await page.locator('dialog[open]').count()).toBe(1);
  });
});

describe('the keyboard', () => {
  it('walks through the options while the focus stays in the field', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      const field = await ask(page, '低秩');
      expect(await field.getAttribute('aria-expanded')).toBe('true');
      expect(await field.getAttribute('aria-controls')).toBe(
        await page.getByRole('listbox', { name: '搜索结果' }).getAttribute('id'),
      );
      const first = page.getByRole('group', { name: 'LoRA：大模型的低秩适配', exact: true });
      expect(await first.getByRole('option').count()).toBe(3);
      const formula = page.getByRole('group', { name: '公式' }).getByRole('option');
      expect(await formula.innerText()).toContain('W = W₀ + (α/r)BA');
      expect(await formula.locator('math').count()).toBe(1);

      expect(await activeText(page)).toBeUndefined();
      await field.press('ArrowDown');
      expect(await activeText(page)).toBe('LoRA：大模型的低秩适配');
      await field.press('ArrowDown');
      expect(await activeText(page)).toBe('一个折中：截断权重之差');
      expect(await page.getByRole('listbox').getByRole('option', { selected: true }).count()).toBe(1);
      await field.press('End');
      await expect.poll(() => formula.getAttribute('aria-selected')).toBe('true');
      await field.press('ArrowDown');
      expect(await activeText(page)).toBeUndefined();
      await field.press('ArrowUp');
      expect(await formula.getAttribute('aria-selected')).toBe('true');
      await field.press('Home');
      expect(await activeText(page)).toBe('LoRA：大模型的低秩适配');
      expect(await isFocused(field)).toBe(true);
      await field.press('ArrowLeft');
      expect(await activeText(page)).toBeUndefined();
    });
  });

  it('opens the active option with Enter, and another tab with Control', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      const field = await ask(page, '低秩');
      await field.press('ArrowDown');
      await field.press('ArrowDown');
      const [other] = await Promise.all([page.context().waitForEvent('page'), field.press('Control+Enter')]);
      await other.waitForURL(/\/posts\/lora\/\?q=.*#/u);
      await other.close();
      expect(await page.locator('dialog[open]').count()).toBe(1);
      const [middle] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('listbox').getByRole('option').nth(4).click({ button: 'middle' }),
      ]);
      await middle.close();
      await field.focus();
      await field.press('Enter');
      await page.waitForURL(`${root}posts/**`);
    });
  });

  it('closes with Escape, wherever the focus is, and gives the focus back', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      const opener = page.getByRole('button', { name: /搜索/u });
      await opener.focus();
      await page.keyboard.press('Enter');
      const field = fieldOf(page);
      await field.fill('低秩');
      await page.getByRole('listbox').getByRole('option').first().waitFor();
      const openDialogs = page.locator('dialog[open]');
      await field.press('Escape');
      await expect.poll(() => openDialogs.count()).toBe(0);
      await expect.poll(() => isFocused(opener)).toBe(true);

      // The dialog opens and closes once its module has answered, not with the key.
      await page.keyboard.press('Control+k');
      await field.waitFor();
      expect(await field.inputValue()).toBe('低秩');
      await page.keyboard.press('Tab');
      expect(await isFocused(page.getByRole('button', { name: '关闭' }))).toBe(true);
      await page.keyboard.press('Tab');
      expect(await isFocused(page.getByRole('radio', { name: '相关' }))).toBe(true);
      await page.keyboard.press('Escape');
      await expect.poll(() => openDialogs.count()).toBe(0);
      await expect.poll(() => isFocused(opener)).toBe(true);

      await page.keyboard.press('Control+k');
      await field.waitFor();
      await page.keyboard.press('Control+k');
      await expect.poll(() => openDialogs.count()).toBe(0);
    });
  });
});

describe('an input method', () => {
  it('keeps Enter, arrows and Escape to itself while it composes', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      const field = await ask(page, 'di');
      const cdp = await page.context().newCDPSession(page);
      await cdp.send('Input.imeSetComposition', { text: "di'zhi", selectionStart: 6, selectionEnd: 6 });
      for (const [key, code] of [
        ['ArrowDown', 40],
        ['Enter', 13],
        ['Escape', 27],
      ] as const) {
        await field.dispatchEvent('keydown', { key, keyCode: code, isComposing: true });
        await field.dispatchEvent('keydown', { key, keyCode: 229 });
        // Where the browser itself knows of the composition, a key without any sign does nothing either.
        await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, windowsVirtualKeyCode: code });
        await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', key, windowsVirtualKeyCode: code });
        await cdp.send('Input.imeSetComposition', { text: "di'zhi", selectionStart: 6, selectionEnd: 6 });
      }
      expect(await activeText(page)).toBeUndefined();
      expect(page.url()).toBe(root);
      expect(await page.locator('dialog[open]').count()).toBe(1);
      await cdp.send('Input.insertText', { text: '低秩' });
      await page.getByRole('listbox').getByRole('option').first().waitFor();
    });
  });

  it('keeps the Enter that comes after the end of the composition, as in Safari', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      const field = await ask(page, '低秩');
      const isPrevented = await field.evaluate((input) => {
        const send = (event: Event): boolean => input.dispatchEvent(event);
        // A moment after the composition, however busy the machine is.
        const at = (event: Event, timeStamp: number): Event =>
          Object.defineProperty(event, 'timeStamp', { value: timeStamp });
        const enter = (keyCode: number): Event =>
          at(new KeyboardEvent('keydown', { key: 'Enter', keyCode, bubbles: true, cancelable: true }), 1005);
        send(new CompositionEvent('compositionstart'));
        send(at(new CompositionEvent('compositionend', { data: '低秩' }), 1000));
        // Both are left alone; what the dialog handles it prevents.
        return [!send(enter(229)), !send(enter(13))];
      });
      expect(isPrevented).toEqual([false, false]);
      expect(page.url()).toBe(root);
      await field.press('Enter');
      await page.waitForURL(`${root}posts/lora/**`);
    });
  });
});

describe('results while typing', () => {
  it('come once for many letters, and never from an older question', async () => {
    await visit(root, async (page) => {
      await answerWith(page, ({ text }) => {
        const seen = globalThis as unknown as { count?: number; late?: () => void };
        seen.count = (seen.count ?? 0) + 1;
        const title = `${text}：第 ${String(seen.count)} 问`;
        const hit = {
          title: [{ text: title, isMatch: false }],
          url: '/',
          excerpt: [],
          date: '',
          tags: [],
          sections: [],
        };
        const answer = {
          total: 1,
          articles: [hit],
          formulas: [],
          alsoSearched: [],
          isPartial: false,
          filters: {},
        };
        if (text === '慢')
          return new Promise(
            (resolve) =>
              (seen.late = () => {
                resolve(answer);
              }),
          );
        setTimeout(() => seen.late?.());
        return answer;
      });
      const field = await open(page);
      await field.fill('慢');
      await expect.poll(() => status(page)).toBe('正在搜索…');
      await field.evaluate((input) => {
        for (const text of ['快', '快一', '快一点']) {
          (input as HTMLInputElement).value = text;
          input.dispatchEvent(new InputEvent('input'));
        }
      });
      const option = page.getByRole('listbox').getByRole('option');
      await expect.poll(() => option.allInnerTexts()).toEqual(['快一点：第 2 问']);
      await page.waitForTimeout(300);
      expect(await option.allInnerTexts()).toEqual(['快一点：第 2 问']);
    });
  });

  it.each([
    ['10,000 characters', '秩'.repeat(10_000)],
    ['control characters', '\u0001\u0002低\u0007秩\u007F'],
    ['unbalanced TeX', '\\frac{\\alpha}{r'],
    ['quotes', '"低秩" “\'`'],
    ['half a character', 'a\uD835'],
    ['a pattern', '(((.*+[a-'],
    ['markup', '<img src=x onerror=alert(1)>'],
  ])('take %s', async (_name, text) => {
    await visit(root, async (page) => {
      const field = await open(page);
      await field.fill(text);
      await expect.poll(() => status(page)).toMatch(/篇文章|没有找到|条公式/u);
      expect((await status(page)).length).toBeLessThan(300);
      expect(await page.getByRole('dialog').locator('img').count()).toBe(0);
      await field.fill('');
      await expect.poll(() => status(page)).toBe('');
    });
  });
});

describe('what is said about an answer', () => {
  it('is what was searched instead, and offers to search what was typed', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      const field = await ask(page, '投机界码');
      expect(await page.locator('.search-notes').innerText()).toContain('你是不是要找：投机解码');
      expect(await page.getByRole('listbox').getByRole('option').first().getAttribute('href')).toContain(
        encodeURIComponent('投机解码'),
      );
      await page.getByRole('button', { name: '仍然搜索“投机界码”' }).click();
      expect(await field.inputValue()).toBe('"投机界码"');
      expect(await isFocused(field)).toBe(true);
      await expect.poll(() => page.locator('.search-notes').innerText()).toBe('');
    });
  });

  it('is other names, and that words are missing', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      const field = await ask(page, '投机解码');
      const notes = page.locator('.search-notes');
      expect(await notes.innerText()).toBe('同时搜索了：speculative decoding、投机采样');
      await field.fill('两个 词');
      await expect.poll(() => notes.innerText()).toContain('其中一部分');
    });
  });

  it('is help when nothing is found', async () => {
    await visit(root, async (page) => {
      const field = await open(page);
      await field.fill('龘龘');
      await expect.poll(() => page.getByRole('status').first().innerText()).toBe('没有找到“龘龘”');
      expect(await field.getAttribute('aria-expanded')).toBe('false');
      const help = page.getByRole('dialog').locator('.search-help');
      expect(await help.innerText()).toContain('拼音');
      expect(await help.getByRole('button', { name: '清除筛选' }).count()).toBe(0);
      expect(await help.getByRole('link', { name: '全部标签' }).getAttribute('href')).toBe('/tags/');
      await help.getByRole('button', { name: 'W_0 + BA' }).click();
      expect(await field.inputValue()).toBe('W_0 + BA');
      expect(await isFocused(field)).toBe(true);
    });
  });
});

describe('tags and order', () => {
  it('can be given up where they leave nothing', async () => {
    await visit(root, async (page) => {
      await answerWith(page, ({ filters }) => {
        const isNarrow = (filters?.tag ?? []).length > 0;
        const title = [{ text: '一篇', isMatch: false }];
        const hit = { title, url: '/', excerpt: [], date: '', tags: [], sections: [] };
        return {
          total: isNarrow ? 0 : 1,
          articles: isNarrow ? [] : [hit],
          formulas: [],
          alsoSearched: [],
          isPartial: false,
          filters: { tag: isNarrow ? {} : { 微调: 1 } },
        };
      });
      const field = await ask(page, '低秩');
      await page.getByRole('button', { name: /微调/u }).click();
      await page.locator('.search-help').getByRole('button', { name: '清除筛选' }).click();
      await page.getByRole('listbox').getByRole('option', { name: '一篇' }).waitFor();
      expect(await isFocused(field)).toBe(true);
      expect(await page.getByRole('button', { pressed: true }).count()).toBe(0);
    });
  });

  it('narrow and turn the results, by keyboard, without losing the focus', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      await ask(page, '低秩');
      const tags = page.getByRole('group', { name: '按标签筛选' });
      expect(await tags.getByRole('button').allInnerTexts()).toEqual([
        '大模型 12',
        '微调 8',
        '推理加速 5',
        '训练 2',
      ]);
      const chip = tags.getByRole('button', { name: /微调/u });
      await chip.focus();
      await page.keyboard.press('Space');
      await expect.poll(() => status(page)).toContain('1 篇文章');
      expect(await chip.getAttribute('aria-pressed')).toBe('true');
      expect(await isFocused(chip)).toBe(true);
      expect(await page.getByRole('link', { name: /查看全部/u }).getAttribute('href')).toContain('tag=');
      await page.keyboard.press('Space');
      await expect.poll(() => status(page)).toContain('20 篇文章');
      expect(await chip.getAttribute('aria-pressed')).toBe('false');

      await page.getByRole('radio', { name: '相关' }).focus();
      await page.keyboard.press('ArrowRight');
      const first = page.getByRole('listbox').getByRole('option').first();
      await expect.poll(() => first.innerText()).toContain('Medusa');
    });
  });
});

describe('series and year', () => {
  it('narrow the results by keyboard, say what is chosen, and are cleared together', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      await ask(page, '低秩');
      const [series, year] = ['系列', '年份'].map((name) => page.getByRole('combobox', { name }));
      if (!series || !year) throw new Error('Not there.');
      const options = (choice: typeof year) => choice.getByRole('option').allInnerTexts();
      expect(await options(year)).toEqual(['全部年份', '2026 年 (17)', '2025 年 (3)']);
      expect(await options(series)).toEqual(['全部系列', '投机解码 (4)']);
      expect(await page.getByRole('button', { name: '清除筛选' }).isVisible()).toBe(false);

      await year.focus();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect.poll(() => status(page)).toContain('1 篇文章');
      expect(await isFocused(year)).toBe(true);
      expect(await page.getByRole('link', { name: /查看全部/u }).getAttribute('href')).toContain('year=2025');
      // A list with nothing to choose is not there.
      await expect.poll(() => series.isVisible()).toBe(false);

      await page.getByRole('button', { name: '清除筛选' }).press('Enter');
      await expect.poll(() => status(page)).toContain('20 篇文章');
      expect(await year.inputValue()).toBe('');
      expect(await page.evaluate(() => document.activeElement?.closest('.search-filters') !== null)).toBe(
        true,
      );
      expect(await page.getByRole('button', { name: '清除筛选' }).isVisible()).toBe(false);
    });
  });

  it('are not offered where they part nothing', async () => {
    await visit(root, async (page) => {
      await answerWith(page, () => ({
        total: 2,
        articles: [
          {
            title: [{ text: '一篇', isMatch: false }],
            url: '/',
            excerpt: [],
            date: '',
            tags: [],
            sections: [],
          },
        ],
        formulas: [],
        alsoSearched: [],
        isPartial: false,
        filters: { year: { '2026': 2 }, series: { 投机解码: 2 } },
      }));
      await ask(page, '低秩');
      await page.getByRole('listbox').getByRole('option', { name: '一篇' }).waitFor();
      expect(await page.getByRole('combobox', { name: /系列|年份/u }).count()).toBe(0);
    });
  });
});

describe('recent searches', () => {
  it('are shown while the field is empty, can be asked again and removed', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      for (const text of ['第一', '第二', '第三']) {
        // Enter does not wait for the results: what stands there are the searches before.
        const field = await open(page);
        await field.fill(text);
        await field.press('Enter');
        await page.waitForURL(/posts/u);
        expect(new URL(page.url()).searchParams.get('q')).toBe(text);
        await page.goto(root);
      }
      const field = await open(page);
      const options = page.getByRole('listbox', { name: '最近搜索' }).getByRole('option');
      expect(await options.allInnerTexts()).toEqual(['第三', '第二', '第一']);
      expect(await violationsOf(page)).toEqual([]);
      await field.press('Enter');
      expect(page.url()).toBe(root);
      await field.press('ArrowDown');
      await field.press('ArrowDown');
      await field.press('Enter');
      expect(await field.inputValue()).toBe('第二');
      await page.getByRole('listbox', { name: '搜索结果' }).waitFor();

      await field.fill('');
      await options.first().waitFor();
      await page.getByRole('button', { name: '删除“第三”' }).click();
      expect(await options.allInnerTexts()).toEqual(['第二', '第一']);
      expect(await isFocused(page.getByRole('button', { name: '删除“第二”' }))).toBe(true);
      await field.focus();
      await field.press('ArrowDown');
      await field.press('Delete');
      expect(await options.allInnerTexts()).toEqual(['第一']);
      await page.getByRole('button', { name: '清空' }).click();
      expect(await options.count()).toBe(0);
      expect(await isFocused(field)).toBe(true);
      // Beside them may stand how far the articles were read that were opened here.
      const kept = await page.evaluate(() => Object.keys(localStorage));
      expect(kept.filter((key) => key.startsWith('recent-searches'))).toEqual([]);
      await page.getByRole('button', { name: 'touji jiema' }).waitFor();
    });
  });

  it('are not missed where storage is forbidden', async () => {
    await visit(root, async (page) => {
      await page.addInitScript(() => {
        Object.defineProperty(window, 'localStorage', {
          get: () => {
            throw new DOMException('denied', 'SecurityError');
          },
        });
      });
      await page.reload();
      const field = await ask(page, 'LoRA');
      await field.press('Enter');
      await page.waitForURL(/posts\/lora/u);
    });
  });
});

describe('when search fails', () => {
  it('says that the index is missing', async () => {
    await visit(
      root,
      async (page) => {
        await page.route(/\/pagefind\//u, (route) => route.fulfill({ status: 404 }));
        const field = await open(page);
        await field.fill('低秩');
        const retry = page.getByRole('button', { name: '重试' });
        await retry.waitFor();
        expect(await page.locator('.search-help').innerText()).toContain('搜索索引没有加载成功');
        expect(await field.getAttribute('aria-expanded')).toBe('false');
      },
      { mayFail: /pagefind|search-worker/u },
    );
  });

  it('says that the network is gone, and tries again by itself when it is back', async () => {
    await visit(
      root,
      async (page) => {
        const field = await open(page);
        await page.context().setOffline(true);
        await field.fill('LoRA');
        await expect.poll(() => page.locator('.search-help').innerText()).toContain('网络断开了');
        await expect.poll(() => page.getByRole('status').first().innerText()).toContain('网络断开了');
        await page.context().setOffline(false);
        await page.getByRole('listbox').getByRole('option').first().waitFor();
      },
      { mayFail: /pagefind|search-worker/u },
    );
  });

  it('tries again when asked to', async () => {
    await visit(root, async (page) => {
      await answerWith(page, () => 'no-index');
      const field = await open(page);
      await field.fill('低秩');
      const retry = page.getByRole('button', { name: '重试' });
      await retry.focus();
      await page.keyboard.press('Enter');
      await retry.waitFor();
      expect(await isFocused(field)).toBe(true);
    });
  });

  it('says so on the button when the dialog itself cannot be loaded, and opens it later', async () => {
    await visit(
      root,
      async (page) => {
        await page.route(/search-dialog/u, (route) => route.abort());
        const opener = page.locator('[data-open-search]');
        await opener.click();
        await expect.poll(() => opener.innerText()).toBe('搜索没有加载成功');
        await page.unroute(/search-dialog/u);
        await opener.click();
        await fieldOf(page).waitFor();
      },
      { mayFail: /search-dialog|Page/u },
    );
  });
});

describe('the look', () => {
  it.each(['light', 'dark'] as const)(
    'has no violation with results in the %s theme',
    async (colorScheme) => {
      await visit(
        root,
        async (page) => {
          await answerWith(page, richAnswer);
          const field = await ask(page, '投机界码');
          await field.press('ArrowDown');
          expect(await violationsOf(page)).toEqual([]);
        },
        { colorScheme },
      );
    },
  );

  it('is a full sheet on a phone, with room for fingers', async () => {
    await visit(
      root,
      async (page) => {
        await answerWith(page, richAnswer);
        await ask(page, '低秩');
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
        await expect
          .poll(() => page.getByRole('dialog').boundingBox())
          .toEqual({ x: 0, y: 0, width: 360, height: 740 });
        for (const target of await page
          .getByRole('dialog')
          .locator('a:visible, button:visible, label:visible, select:visible')
          .all()) {
          const box = await target.boundingBox();
          expect(box?.height ?? 0, await target.innerText()).toBeGreaterThanOrEqual(40);
        }
      },
      { viewport: { width: 360, height: 740 }, hasTouch: true },
    );
  });

  it('has a last line that stays in sight: the way to the page, and keys where there is room', async () => {
    await visit(root, async (page) => {
      await answerWith(page, richAnswer);
      await ask(page, '低秩');
      const foot = page.locator('.search-foot');
      const bottomOf = (place: Locator): Promise<number> =>
        place.evaluate((element) => Math.round(element.getBoundingClientRect().bottom));
      await page.locator('.search-body').evaluate((body) => {
        body.scrollTop = body.scrollHeight;
      });
      expect(await page.locator('.search-body').evaluate((body) => body.scrollTop)).toBeGreaterThan(0);
      const edge = await bottomOf(page.getByRole('dialog'));
      expect(edge - (await bottomOf(foot))).toBeLessThanOrEqual(2);
      expect((await foot.locator('kbd').allInnerTexts()).join('|')).toBe('↑ ↓|Enter|Ctrl Enter|Esc');
      expect(await foot.locator('.search-keys').getAttribute('aria-hidden')).toBe('true');
      const link = foot.getByRole('link');
      const asked = async (): Promise<URLSearchParams> =>
        new URL((await link.getAttribute('href')) ?? '', root).searchParams;
      expect((await asked()).get('q')).toBe('低秩');
      await page.getByRole('button', { name: /微调/u }).click();
      await expect.poll(async () => (await asked()).getAll('tag')).toEqual(['微调']);
      await page.setViewportSize({ width: 360, height: 740 });
      await expect.poll(() => foot.locator('kbd').first().isVisible()).toBe(false);
      expect(await link.isVisible()).toBe(true);
    });
  });

  it('shows the active option and the words found in forced colours', async () => {
    await visit(
      root,
      async (page) => {
        await answerWith(page, richAnswer);
        const field = await ask(page, '低秩');
        await field.press('ArrowDown');
        const option = page.getByRole('listbox').getByRole('option', { selected: true });
        expect(await option.evaluate((element) => getComputedStyle(element).outlineStyle)).toBe('solid');
        const [found, asked] = await page
          .locator('.search-hit mark')
          .first()
          .evaluate((mark) => {
            const probe = document.createElement('p');
            const rules = new CSSStyleSheet();
            rules.replaceSync('#probe { forced-color-adjust: none; color: MarkText; background: Mark; }');
            document.adoptedStyleSheets.push(rules);
            probe.id = 'probe';
            document.body.append(probe);
            return [mark, probe].map((element) => {
              const { color, backgroundColor } = getComputedStyle(element);
              return { color, backgroundColor };
            });
          });
        expect(found).toEqual(asked);
      },
      { forcedColors: 'active', colorScheme: 'dark' },
    );
  });
});
