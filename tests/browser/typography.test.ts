import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { sidewaysScroll, useBrowser } from './browser.ts';

const visit = useBrowser();
const { root } = inject('sites');
const articles = [
  ...['lora', 'mixed-precision', 'medusa', 'mtp', 'segment-anything', 'speculative-decoding'],
  ...['global-convolutional-network', 'eagle'],
];
const phone = { viewport: { width: 360, height: 740 } };

/** Puts a paragraph at the beginning of the article, and waits for the faces of its letters. */
const put = (page: Page, html: string, lang = 'zh-CN'): Promise<void> =>
  page.evaluate(
    async ([markup = '', language = '']) => {
      const paragraph = document.createElement('p');
      paragraph.id = 'probe';
      paragraph.lang = language;
      paragraph.innerHTML = markup;
      document.querySelector('.prose')?.prepend(paragraph);
      await new Promise(requestAnimationFrame);
      await document.fonts.ready;
    },
    [html, lang],
  );

describe('lines', () => {
  it('hold 34 to 40 Han characters, at 1.75 to 1.85 of their size', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        await page.evaluate(() => document.fonts.ready);
        const { characters, leading } = await page
          .locator('.prose > p')
          .first()
          .evaluate((paragraph) => {
            const style = getComputedStyle(paragraph);
            const size = Number.parseFloat(style.fontSize);
            return {
              characters: paragraph.clientWidth / size,
              leading: Number.parseFloat(style.lineHeight) / size,
            };
          });
        expect(characters).toBeGreaterThanOrEqual(34);
        expect(characters).toBeLessThanOrEqual(40);
        expect(leading).toBeGreaterThanOrEqual(1.75);
        expect(leading).toBeLessThanOrEqual(1.85);
      },
      { viewport: { width: 1280, height: 800 } },
    );
  });

  it('are closer on English pages, but not in a Chinese article there', async () => {
    const leading = (page: Page, selector: string): Promise<number> =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => {
          const { lineHeight, fontSize } = getComputedStyle(element);
          return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
        });
    await visit(`${root}en/about/`, async (page) => {
      expect(await leading(page, '.prose > p')).toBeCloseTo(1.6);
      await page.goto(`${root}en/posts/lora/`);
      expect(await leading(page, '.prose > p')).toBeCloseTo(1.8);
    });
  });

  it.each(articles)('of %s are equally high, with formulas and without', async (slug) => {
    await visit(
      // With a fragment everything is laid out at once.
      `${root}posts/${slug}/#content`,
      async (page) => {
        await page.evaluate(() => document.fonts.ready);
        const uneven = await page.locator('.prose p:has(.katex)').evaluateAll((paragraphs) =>
          paragraphs.flatMap((paragraph) => {
            const line = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
            const lines = paragraph.getBoundingClientRect().height / line;
            return Math.abs(lines - Math.round(lines)) * line > 0.5 ? [paragraph.textContent] : [];
          }),
        );
        expect(uneven).toEqual([]);
      },
      phone,
    );
  });

  it.each(['lora', 'mtp'])('of %s never begin with a sign that must not stand there', async (slug) => {
    await visit(
      // With a fragment everything is laid out at once.
      `${root}posts/${slug}/#content`,
      async (page) => {
        await page.evaluate(() => document.fonts.ready);
        const begun = await page.locator('.prose p').evaluateAll((paragraphs) => {
          const found: string[] = [];
          for (const paragraph of paragraphs) {
            const height = Number.parseFloat(getComputedStyle(paragraph).lineHeight);
            const { top } = paragraph.getBoundingClientRect();
            let last = -1;
            const met = (sign: string, box: DOMRect): void => {
              const line = Math.floor((box.top + box.height / 2 - top) / height);
              if (box.width > 0 && line > last) found.push(sign);
              if (box.width > 0) last = Math.max(last, line);
            };
            const walk = (node: Node): void => {
              if (node instanceof Text) {
                for (const index of node.data.split('').keys()) {
                  const range = document.createRange();
                  range.setStart(node, index);
                  range.setEnd(node, index + 1);
                  met(node.data.charAt(index), range.getBoundingClientRect());
                }
              } else if (node instanceof Element && node.matches('.katex')) {
                for (const base of node.querySelectorAll('.katex-base'))
                  met('', base.getBoundingClientRect());
              } else if (node instanceof Element && !node.matches('sup')) {
                for (const child of node.childNodes) walk(child);
              }
            };
            walk(paragraph);
          }
          return found;
        });
        expect(begun.length).toBeGreaterThan(100);
        expect(begun.filter((sign) => /[，。；：、！？）》」”%]/u.test(sign))).toEqual([]);
      },
      phone,
    );
  });

  it('wrap long words and addresses', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        await put(page, `见 https://a.example/${'path-without-end/'.repeat(12)}${'x'.repeat(200)}。`);
        expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
        const [shown, room] = await page
          .locator('#probe')
          .evaluate(({ scrollWidth, clientWidth }) => [scrollWidth, clientWidth] as const);
        expect(shown).toBeLessThanOrEqual(room);
      },
      phone,
    );
  });
});

describe('between Han and other signs', () => {
  it('there is a gap, and the text stays as it was written', async () => {
    await visit(`${root}posts/lora/`, async (page) => {
      const text = '用Qwen模型读32位';
      await put(page, text);
      const widthOf = (): Promise<number> =>
        page.locator('#probe').evaluate((probe) => {
          const range = document.createRange();
          range.selectNodeContents(probe);
          return range.getBoundingClientRect().width;
        });
      const apart = await widthOf();
      await page.locator('#probe').evaluate((probe) => {
        (probe as HTMLElement).style.setProperty('text-autospace', 'no-autospace');
      });
      expect(apart - (await widthOf())).toBeGreaterThan(4);
      expect(await page.locator('#probe').evaluate((probe) => (probe as HTMLElement).innerText)).toBe(text);
    });
  });

  it('there is a quarter of an em beside formulas and code', async () => {
    await visit(`${root}posts/lora/`, async (page) => {
      await put(page, '秩<code class="han-before han-after">r</code>与<span class="han-before">x</span>');
      const margins = await page.locator('#probe > *').evaluateAll((elements) =>
        elements.map((element) => {
          const { marginLeft, fontSize } = getComputedStyle(element);
          return Number.parseFloat(marginLeft) / Number.parseFloat(fontSize);
        }),
      );
      expect(margins).toEqual([0.25, 0.25]);
    });
  });
});

describe('what is too wide', () => {
  it('scrolls inside itself, is marked as such, and can be reached by key; what fits is passed by', async () => {
    await visit(
      `${root}posts/lora/#content`,
      async (page) => {
        const stops = (): Promise<[boolean, boolean][]> =>
          page
            .locator('.prose :is(.table-scroll, pre, .katex-display)')
            .evaluateAll((all) =>
              all
                .filter((one) => one.checkVisibility({ contentVisibilityAuto: true }))
                .map((one) => [
                  one.scrollWidth > one.clientWidth + 3,
                  (one as HTMLElement).tabIndex === 0 && one.hasAttribute('tabindex'),
                ]),
            );
        const isReachable = async (): Promise<boolean> =>
          (await stops()).every(([scrolls, stop]) => scrolls === stop);
        await expect.poll(isReachable).toBe(true);
        expect((await stops()).filter(([scrolls]) => scrolls).length).toBeGreaterThan(1);
        const mark = await page
          .locator('.prose pre')
          .first()
          .evaluate((code) => getComputedStyle(code).backgroundAttachment);
        expect(mark).toBe('local, scroll');
        await page.setViewportSize({ width: 1440, height: 900 });
        await expect.poll(isReachable).toBe(true);
        expect((await stops()).some(([, stop]) => !stop)).toBe(true);
      },
      phone,
    );
  });

  it('keeps the number of a formula in view', async () => {
    await visit(
      `${root}docs/math/`,
      async (page) => {
        const display = page.locator('.katex-display:has(.katex-tag)').first();
        await display.evaluate((element) => {
          // As wide as a formula may be.
          const base = element.querySelector('.katex-base');
          for (let times = 0; times < 9; times += 1) base?.after(base.cloneNode(true));
        });
        const distance = (): Promise<number> =>
          display.evaluate((element) => {
            const number = element.querySelector('.katex-tag')?.getBoundingClientRect();
            return Math.abs(element.getBoundingClientRect().right - (number?.right ?? 0));
          });
        expect(await display.evaluate((one) => one.scrollWidth - one.clientWidth)).toBeGreaterThan(50);
        expect(await distance()).toBeLessThan(2);
        await display.evaluate((one) => {
          one.scrollLeft = 60;
        });
        expect(await distance()).toBeLessThan(2);
      },
      phone,
    );
  });

  it('has figures of equal width in its columns of numbers', async () => {
    await visit(`${root}posts/lora/`, async (page) => {
      const numeric = await page
        .locator('.prose td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).fontVariantNumeric);
      expect(numeric).toBe('tabular-nums');
    });
  });
});

describe('paper', () => {
  it('shows text, notes, what is folded and where links lead, and nothing else', async () => {
    await visit(
      `${root}docs/writing/`,
      async (page) => {
        await page.emulateMedia({ media: 'print' });
        for (const chrome of ['.site-header', '.site-footer', '.contents', '.copy-code', '.pages']) {
          expect(await page.locator(chrome).first().isVisible(), chrome).toBe(false);
        }
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
          'rgb(255, 255, 255)',
        );
        const folded = page.locator('.prose details > :not(summary)').first();
        expect((await folded.boundingBox())?.height).toBeGreaterThan(10);
        await page.goto(`${root}posts/lora/`);
        for (const kept of ['.references', '.footnotes']) {
          expect(await page.locator(kept).first().isVisible(), kept).toBe(true);
        }
        for (const chrome of ['.neighbours', '.progress']) {
          expect(await page.locator(chrome).isVisible(), chrome).toBe(false);
        }
        const link = page.locator('.prose p a[href^="http"]').first();
        const shown = await link.evaluate((one) => getComputedStyle(one, '::after').content);
        expect(shown).toContain((await link.getAttribute('href')) ?? 'an address');
        expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
      },
      { colorScheme: 'dark' },
    );
  });
});

describe('colours that the system enforces', () => {
  it('leave the signal, its scale, marks and the current entry to be seen', async () => {
    await visit(
      `${root}posts/lora/`,
      async (page) => {
        const strokes = await page
          .locator('.wave path, .scale path, .scale line')
          .evaluateAll((lines) => lines.map((line) => getComputedStyle(line).stroke));
        expect(new Set(strokes)).toEqual(new Set(['rgb(255, 255, 255)']));
        await page.locator('.contents a').nth(3).click();
        const entry = page.locator('.contents [aria-current]');
        await expect
          .poll(() => entry.evaluateAll(([one]) => one && getComputedStyle(one).textDecorationLine))
          .toBe('underline');
        await page.goto(`${root}docs/code/`);
        const borders = await page
          .locator('.code:has(.line-highlight) .line')
          .evaluateAll((lines) =>
            lines.map((line) => [
              line.classList.contains('line-highlight'),
              getComputedStyle(line).borderLeftColor,
            ]),
          );
        const plain = borders.find(([marked]) => !marked)?.[1];
        expect(plain).toBe('rgb(0, 0, 0)');
        expect(borders.find(([marked]) => marked)?.[1]).not.toBe(plain);
      },
      { forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' },
    );
  });
});

describe('at 200 %', () => {
  it.each(['', 'posts/lora/', 'docs/figures/', 'search/', 'archive/'])(
    '/%s does not scroll sideways',
    async (path) => {
      await visit(
        root + path,
        async (page) => {
          expect(await sidewaysScroll(page)).toBeLessThanOrEqual(0);
        },
        { viewport: { width: 640, height: 450 }, deviceScaleFactor: 2 },
      );
    },
  );
});

describe('the home page', () => {
  it.each([
    [1440, 900],
    [360, 740],
  ])('shows the newest article and the latest updates at once, at %i × %i', async (width, height) => {
    await visit(
      root,
      async (page) => {
        const newest = await page.locator('.newest').boundingBox();
        const first = await page.locator('.articles .title').first().boundingBox();
        expect(newest?.y).toBeLessThan(height / 2);
        expect((first?.y ?? height) + (first?.height ?? 0)).toBeLessThan(height * 0.75);
      },
      { viewport: { width, height } },
    );
  });
});
