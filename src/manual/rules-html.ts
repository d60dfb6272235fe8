import type { Explanation } from './explanation.ts';

const head = '---\ntitle: LoRA\ndate: 2026-01-01\n---\n';
const drawing = (attribute: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"${attribute}><path d="M0 0h2"/></svg>\n`;
const code = 'export const rank = 8;\n';
const chart = '<p>chart</p>\n';

/** Rules about raw HTML, drawings and MDX. */
export const htmlRules = {
  'html/unknown-element': {
    zh: 'HTML 没有的标签。',
    repair: {
      zh: '多半是代码忘了写成代码：加上反引号。',
      en: 'Most often code that is not marked as code: put it in backticks.',
    },
    wrong: 'A value of vector<int> is copied.',
    right: 'A value of `vector<int>` is copied.',
  },
  'security/element': {
    zh: '会运行什么或载入页面的标签，如 `<script>`、`<iframe>`、`<style>`。',
    repair: {
      zh: '改用这里的写法；内容全由自己写时可以设 `trustContent: true`，见[发布](./publish.md)。',
      en: 'Use a way of this manual; where you write all of the content yourself, `trustContent: true` is an answer, see [deploying](./publish.md).',
    },
    wrong: 'Before.\n\n<script>go()</script>',
    right: 'Before.',
  },
  'security/handler': {
    zh: '会运行脚本的属性。',
    repair: { zh: '删掉它。', en: 'Remove it.' },
    wrong: 'A <b onclick="go()">word</b>.',
    right: 'A <b>word</b>.',
  },
  'security/url': {
    zh: '标签里会运行脚本的地址。',
    repair: { zh: '改成网址。', en: 'Write an address of a page.' },
    wrong: '<a href="javascript:go()">word</a>',
    right: '<a href="https://example.org/">word</a>',
  },
  'security/remote': {
    zh: '从别的主机载入、或向它发送的标签。',
    repair: {
      zh: '把文件放在文章旁边，或改成链接。',
      en: 'Keep the file beside the article, or link to it.',
    },
    wrong: '<video controls src="https://example.org/a.mp4"></video>',
    right: '[The film](https://example.org/a.mp4)',
  },
  'security/attribute': {
    zh: '文章不能有的属性。',
    repair: {
      zh: '删掉它：网站自己用这些属性。',
      en: 'Remove it: the site uses this attribute itself.',
    },
    wrong: '<i data-slot="x">word</i>',
    right: '<i>word</i>',
  },
  'security/svg': {
    zh: '含有脚本，或引用别的主机的 SVG。',
    repair: {
      zh: '从画图程序里导出纯 SVG，或删掉报告指的部分。',
      en: 'Export it as plain SVG, or remove what the report names.',
    },
    wrong: { 'low-rank.svg': drawing(' onload="go()"'), 'a.md': `${head}![B and A](./low-rank.svg)` },
    right: { 'low-rank.svg': drawing(''), 'a.md': `${head}![B and A](./low-rank.svg)` },
  },
  'security/inline-style': {
    zh: '`style` 属性，不会发布。',
    repair: {
      zh: '删掉它：颜色和大小由网站的主题决定，严格的内容安全策略也不许它。',
      en: 'Remove it: the theme decides colours and sizes, and a strict policy does not allow it.',
    },
    wrong: '<b style="color: red">word</b>',
    right: '<b>word</b>',
  },
  'mdx/syntax': {
    zh: 'MDX 编译不了。',
    repair: {
      zh: 'MDX 里 `<` 和 `{` 是代码：标签要闭合，要印出就写 `\\<`、`\\{`。',
      en: 'In MDX `<` and `{` are code: close tags, and write `\\<` or `\\{` for the signs.',
    },
    wrong: { 'a.mdx': `${head}A <b> word` },
    right: { 'a.mdx': `${head}A <b>word</b>` },
  },
  'mdx/failed': {
    zh: 'MDX 里的表达式或组件，在印出页面时出错。',
    repair: {
      zh: '表达式和组件在印出页面时才运行，所以 `npm run check` 看不到，`npm run build` 和 `npm run dev` 会报。可能没有的值写成 `paper?.title`；`--lenient` 时页面上是它的源码，带记号。',
      en: 'Expressions and components run when a page is printed: `npm run check` cannot see it, `npm run build` and `npm run dev` say it. Write `paper?.title` where a value may be missing; with `--lenient` the page shows its source, with a mark.',
    },
  },
  'mdx/missing-module': {
    zh: 'MDX 的 import 找不到文件或包。',
    repair: {
      zh: '改正路径；`src/figures/` 里的图不用 import。',
      en: 'Correct the path; figures of `src/figures/` need no import.',
    },
    wrong: { 'a.mdx': `${head}import { rank } from './lroa.ts';\n\nRank {rank}.`, 'lora.ts': code },
    right: { 'a.mdx': `${head}import { rank } from './lora.ts';\n\nRank {rank}.`, 'lora.ts': code },
  },
  'mdx/unknown-component': {
    zh: '用了没有 import 的组件。',
    repair: { zh: '改正名称，或 import 它。', en: 'Correct the name, or import it.' },
    wrong: { 'a.mdx': `${head}import Chart from './chart.astro';\n\n<Chrat />`, 'chart.astro': chart },
    right: { 'a.mdx': `${head}import Chart from './chart.astro';\n\n<Chart />`, 'chart.astro': chart },
  },
} as const satisfies Readonly<Record<string, Explanation>>;
