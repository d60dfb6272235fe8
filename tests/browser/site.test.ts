import { describe, expect, inject, it } from 'vitest';
import { sidewaysScroll, useBrowser } from './browser.ts';

const visit = useBrowser();
const sites = inject('sites');

const expectedOrder = [
  'lora',
  'mixed-precision',
  'medusa',
  'mtp',
  'segment-anything',
  'speculative-decoding',
  'global-convolutional-network',
];

const bothSites = Object.entries(sites);

describe.each(bothSites)('the site under %s', (_name, home) => {
  it('lists the seven newest articles in their order, and the eighth on page 2', async () => {
    await visit(home, async (page) => {
      expect(await page.locator('h1').innerText()).toBe('INCOMING TRANSMISSION');
      expect(await page.locator('h2').innerText()).toBe('LATEST UPDATES');
      const slugs = async (): Promise<string[]> =>
        (
          await page
            .locator('.articles .title a')
            .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))
        ).map((href) => href.split('/').at(-2) ?? '');
      expect(await slugs()).toEqual(expectedOrder);
      const pagination = page.getByRole('navigation', { name: '分页' });
      expect(await pagination.locator('ol').innerText()).toMatch(/^1\s+2$/u);
      expect(await page.locator('link[rel=next]').getAttribute('href')).toBe(
        `${new URL(home).pathname}page/2/`,
      );
      expect(await page.locator('link[rel=prev]').count()).toBe(0);

      await pagination.getByRole('link', { name: '第 2 页' }).click();
      await page.waitForURL(`${home}page/2/`);
      expect(await slugs()).toEqual(['eagle']);
      expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(
        `https://downlink.example${new URL(home).pathname}page/2/`,
      );
      await page.getByRole('link', { name: /上一页/u }).click();
      await page.waitForURL(home);
    });
  });

  it('shows an article with typeset formulas and highlighted code', async () => {
    await visit(home, async (page) => {
      await page.getByRole('link', { name: 'LoRA：大模型的低秩适配', exact: true }).first().click();
      await page.waitForURL(`${home}posts/lora/`);
      expect(await page.locator('h1').innerText()).toBe('LoRA：大模型的低秩适配');
      expect(await page.locator('.prose .katex-display').count()).toBeGreaterThan(3);
      await page.evaluate(() => document.fonts.ready);
      const family = await page
        .locator('.katex-html .mathnormal')
        .first()
        .evaluate((element) => getComputedStyle(element).fontFamily);
      expect(family).toContain('KaTeX_Math');
      const loaded = await page.evaluate(() =>
        [...document.fonts].filter(({ status }) => status === 'loaded').map((face) => face.family),
      );
      expect(loaded.join()).toContain('KaTeX_Math');
      const keyword = page.locator('.code .t-keyword').first();
      const colours = await keyword.evaluate((element) => [
        getComputedStyle(element).color,
        getComputedStyle(element.closest('pre') ?? element).color,
      ]);
      expect(colours[0]).not.toBe(colours[1]);
      expect(await page.locator('.katex-error').count()).toBe(0);
    });
  });

  it('follows links between articles', async () => {
    await visit(`${home}posts/medusa/`, async (page) => {
      await page.locator('.prose').getByRole('link', { name: '投机解码' }).first().click();
      await page.waitForURL(`${home}posts/speculative-decoding/`);
    });
  });

  it('has a page for an address that does not exist', async () => {
    await visit(
      `${home}no/such/page/`,
      async (page) => {
        expect(await page.title()).toContain('404');
        await page.getByRole('link', { name: '回到最新更新' }).click();
        await page.waitForURL(home);
      },
      { mayFail: /no\/such\/page/u },
    );
  });
});

describe('themes', () => {
  const background = 'getComputedStyle(document.documentElement).backgroundColor';

  it('go from the system’s to light to dark, and are remembered', async () => {
    await visit(
      sites.root,
      async (page) => {
        const dark = await page.evaluate(background);
        const button = page.getByRole('button', { name: /主题/u });
        expect(await button.innerText()).toBe('跟随系统');
        await button.click();
        expect(await button.innerText()).toBe('浅色');
        const light = await page.evaluate(background);
        expect(light).not.toBe(dark);
        await page.reload();
        expect(await page.evaluate(background)).toBe(light);
        expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('light');
        await page.getByRole('button', { name: /主题/u }).click();
        expect(await page.evaluate(background)).toBe(dark);
      },
      { colorScheme: 'dark' },
    );
  });

  it('are set before anything is painted', async () => {
    await visit(sites.root, async (page) => {
      await page.evaluate(() => {
        localStorage.setItem('theme', 'dark');
      });
      // With the body cut off, what is left is the head: the choice must already be made there.
      await page.route('**/about/', async (route) => {
        const response = await route.fetch();
        const html = await response.text();
        await route.fulfill({ response, body: html.slice(0, html.indexOf('<body')) });
      });
      await page.goto(`${sites.root}about/`);
      expect(await page.evaluate(() => document.documentElement.dataset.theme)).toBe('dark');
    });
  });
});

describe('the manual', () => {
  it.each(['', 'en/'])('leads from its overview through all pages in /%s', async (locale) => {
    await visit(`${sites.root}${locale}docs/`, async (page) => {
      const pages = await page
        .locator('.docs .title')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      expect(pages.length).toBeGreaterThan(12);
      const [section = ''] = await page
        .locator('.docs ul a')
        .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
      await page.goto(section);
      expect(await page.locator(':target').count()).toBe(1);
      const walked = [pages[0]];
      while (await page.locator('.steps [rel=next]').count()) {
        await page.locator('.steps [rel=next]').click();
        await page.waitForURL((url) => !walked.includes(url.href));
        walked.push(page.url());
        expect(await page.locator('.pages [aria-current=page]').getAttribute('href')).toBe(
          new URL(page.url()).pathname,
        );
      }
      expect(walked).toEqual(pages);
      await page.locator('.steps [rel=prev]').click();
      await page.waitForURL(pages.at(-2) ?? '');
    });
  });
});

describe('small screens', () => {
  it.each([
    '',
    'page/2/',
    'tags/',
    'archive/',
    'about/',
    'docs/',
    'docs/start/',
    'docs/writing/',
    'docs/math/',
    'docs/figures/',
    'docs/benchmarks/',
    'search/',
    'search/?q=LoRA',
    ...expectedOrder.map((slug) => `posts/${slug}/`),
    'posts/eagle/',
  ])('/%s does not scroll sideways at 360 px', async (path) => {
    await visit(
      sites.root + path,
      async (page) => {
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
      },
      { viewport: { width: 360, height: 740 } },
    );
  });
});

describe('without JavaScript', () => {
  it('everything but search and the theme switch is there', async () => {
    await visit(
      `${sites.root}posts/lora/`,
      async (page) => {
        expect(await page.locator('.katex').count()).toBeGreaterThan(30);
        expect(await page.getByRole('button').count()).toBe(0);
        await page.getByRole('link', { name: '标签', exact: true }).click();
        await page.getByRole('link', { name: '投机解码' }).click();
        expect(await page.locator('.articles li article').count()).toBeGreaterThan(2);
      },
      { javaScriptEnabled: false },
    );
  });
});

describe('the keyboard', () => {
  it('skips to the content', async () => {
    await visit(sites.root, async (page) => {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('跳到正文');
      await page.keyboard.press('Enter');
      await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('content');
    });
  });
});
