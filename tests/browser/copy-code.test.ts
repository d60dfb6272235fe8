import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { zh } from '../../src/i18n/zh.ts';
import { compileText } from '../markdown/compile-text.ts';
import { textsOf, useBrowser } from './browser.ts';

const visit = useBrowser();
const script = stripTypeScriptTypes(
  readFileSync(new URL('../../src/client/copy-code.ts', import.meta.url), 'utf8'),
);

/** A page with a code block and its button; what is copied is kept where the test can read it. */
async function setContent(page: Page, markdown: string): Promise<void> {
  const { html } = await compileText(markdown);
  await page.setContent(`<!doctype html><title>码</title>${html}`);
  await page.evaluate(() => {
    const writeText = (text: string): Promise<void> => {
      document.body.dataset.copied = text;
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
  });
  await page.addScriptTag({
    type: 'module',
    content: `${script}\nsetUpCopyButtons(${JSON.stringify(zh.script)});`,
  });
}

const cases = {
  'code as it is': ['```python\na = 1 < 2\n\nb = 2\n```', 'a = 1 < 2\n\nb = 2'],
  'no line numbers': ['```python {2} showLineNumbers\na = 1\nb = 2\n```', 'a = 1\nb = 2'],
  'no removed lines': [
    '```python showLineNumbers\na = 1\nb = 2  # [!code --]\nb = 3  # [!code ++]\n```',
    'a = 1\nb = 3',
  ],
  'what is removed, where that is all': ['```python\nb = 2  # [!code --]\n```', 'b = 2'],
  'commands of a session': [
    '```console\n$ npm ci\nadded 300 packages\n$ npm start\n```',
    'npm ci\nnpm start',
  ],
  'prompts of other languages': ['```sh\n$ npm ci\n```', '$ npm ci'],
} as const;

describe('the copy button', () => {
  it.each(Object.entries(cases))('copies %s', async (_name, [markdown, copied]) => {
    await visit('about:blank', async (page) => {
      await setContent(page, markdown);
      const button = page.getByRole('button', { name: '复制' });
      const says = await textsOf(button);
      await button.click();
      await expect.poll(says).toContain('已复制');
      expect(await page.evaluate(() => document.body.dataset.copied)).toBe(copied);
    });
  });
});
