import type { Explanation } from './explanation.ts';

const head = '---\ntitle: LoRA\ndate: 2026-01-01\n---\n';
const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 1"><path d="M0 0h2"/></svg>\n';
const withDrawing = (text: string) => ({ 'a.md': head + text, 'low-rank.svg': drawing });
/** A GIF of one pixel. */
const dot = 'GIF89a\u0001\0\u0001\0\0\0\0,\0\0\0\0\u0001\0\u0001\0\0\u0002\u0002L\u0001\0;';
const other = '---\ntitle: LoRA\ndate: 2026-01-02\n---\nText.';

/** Rules about links and images. */
export const linkRules = {
  'link/dead': {
    zh: '链接指的文件或地址不存在。',
    repair: {
      zh: '链接写文件的路径，从文章的文件夹算起；发布以后它变成网页的地址。',
      en: 'Link to the path of a file, from the folder of the article; it becomes the address of its page.',
    },
    wrong: { 'a.md': `${head}See [LoRA](./lroa.md).`, 'lora.md': other },
    right: { 'a.md': `${head}See [LoRA](./lora.md).`, 'lora.md': other },
  },
  'link/dead-anchor': {
    zh: '链接指的标题不存在。',
    repair: {
      zh: '标题改了，链接也要改；给标题写 `{#sec-…}`，地址就不随文字变。',
      en: 'Where a heading changes its links do; one with `{#sec-…}` keeps its address whatever it says.',
    },
    wrong: '## Method\n\nSee [above](#metod).',
    right: '## Method\n\nSee [above](#method).',
  },
  'link/malformed': {
    zh: '地址里的 `%` 后面不是两位十六进制数。',
    repair: { zh: '`%` 本身写成 `%25`。', en: 'Write `%25` for the sign itself.' },
    wrong: '[Search](https://example.org/?q=10%)',
    right: '[Search](https://example.org/?q=10%25)',
  },
  'link/unsafe': {
    zh: '点了会运行脚本的链接。',
    repair: {
      zh: '改成网址；读者的浏览器也不会执行它。',
      en: 'Link to an address; no reader’s browser would run it either.',
    },
    wrong: '[Run](javascript:go)',
    right: '[Run](https://example.org/)',
  },
  'redirect/invalid': {
    zh: '旧地址没有主机能重定向。',
    repair: {
      zh: '写从 `/` 开始的路径，不带主机名，也不带 `?` 和 `#` 以后的部分。',
      en: 'Write the path from its first `/`, without the host and without what follows `?` or `#`.',
    },
    wrong: '---\ntitle: LoRA\ndate: 2026-01-01\nredirectFrom: [https://example.org/2021/lora/]\n---\nText.',
    right: '---\ntitle: LoRA\ndate: 2026-01-01\nredirectFrom: [/2021/lora/]\n---\nText.',
  },
  'redirect/dead': {
    zh: '`src/site.config.ts` 的 `redirects` 里，有一个旧地址跳转到不存在的页面。',
    repair: {
      zh: '写现在有的页面，如 `/tags/大模型/`；提示里是相近的地址。文章自己的旧地址写在它的前言 `redirectFrom` 里。',
      en: 'Name a page that is there, such as `/tags/llm/`; the hint has the nearest. Old addresses of an article belong to its front matter, `redirectFrom`.',
    },
  },
  'redirect/taken': {
    zh: '旧地址也属于另一篇文章，或者是网站现有的一页。',
    repair: {
      zh: '一个地址只能通到一处：只留在一篇文章里，或者去掉。',
      en: 'An address leads to one place: keep it in one article, or remove it.',
    },
    wrong: '---\ntitle: LoRA\ndate: 2026-01-01\nredirectFrom: [/archive/]\n---\nText.',
    right: '---\ntitle: LoRA\ndate: 2026-01-01\nredirectFrom: [/my-archive/]\n---\nText.',
  },
  'image/missing': {
    zh: '图片文件不存在。',
    repair: {
      zh: '路径从文章的文件夹算起；以 `/` 开头的在 `public/` 里。',
      en: 'The path starts at the folder of the article; one that begins with `/` is in `public/`.',
    },
    wrong: withDrawing('![B and A](./low-rnak.svg)'),
    right: withDrawing('![B and A](./low-rank.svg)'),
  },
  'image/remote': {
    zh: '图片在别的主机上。',
    repair: {
      zh: '下载到文章旁边：别的主机会知道谁在读，也会哪天消失。',
      en: 'Save it beside the article: another host would learn who reads, and may be gone one day.',
    },
    wrong: '![B and A](https://example.org/low-rank.svg)',
    right: withDrawing('![B and A](./low-rank.svg)'),
  },
  'image/corrupt': {
    zh: '图片读不了，或没有完整。',
    repair: { zh: '重新导出或下载。', en: 'Export or download it again.' },
    wrong: { 'a.md': `${head}![B and A](./low-rank.png)`, 'low-rank.png': 'cut off' },
    right: withDrawing('![B and A](./low-rank.svg)'),
  },
  'image/mislabelled': {
    zh: '图片的格式与扩展名不符。',
    repair: { zh: '改扩展名。', en: 'Give the file the extension of its format.' },
    wrong: { 'a.md': `${head}![A dot](./dot.png)`, 'dot.png': dot },
    right: { 'a.md': `${head}![A dot](./dot.gif)`, 'dot.gif': dot },
  },
  'image/too-large': {
    zh: '图片的像素或字节太多。',
    repair: {
      zh: '缩小它；构建时每张图都要解开来量。',
      en: 'Make it smaller; the build unpacks every image.',
    },
  },
  'image/no-alt': {
    zh: '图片没有替代文字。',
    repair: {
      zh: '写出看图的人看到什么；纯装饰的图删掉。',
      en: 'Say what someone who looks at it sees; remove one that is only decoration.',
    },
    wrong: withDrawing('![](./low-rank.svg)'),
    right: withDrawing('![B and A](./low-rank.svg)'),
  },
} as const satisfies Readonly<Record<string, Explanation>>;
