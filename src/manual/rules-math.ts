import type { Explanation } from './explanation.ts';

const listed = (symbol: string, formula: string): string =>
  `---\ntitle: LoRA\ndate: 2026-01-01\nnotation:\n  ${symbol}: { zh: 权重, en: weight }\n---\n${formula}`;

/** Rules about formulas and symbols. */
export const mathRules = {
  'math/unclosed': {
    zh: '公式没有闭合。',
    repair: {
      zh: '在公式后面写一行 `$$`；否则后面的正文全会当作 TeX。',
      en: 'Write a line `$$` after the formula; all that follows would be TeX otherwise.',
    },
    wrong: 'The update:\n\n$$\n\\Delta W = BA\n\nIts rank is small.',
    right: 'The update:\n\n$$\n\\Delta W = BA\n$$\n\nIts rank is small.',
  },
  'math/prose': {
    zh: '两个 `$` 之间的字读起来像一句话，所以照文字印出。',
    repair: {
      zh: '闭合前面的公式；要印 `$` 本身就写 `\\$`。',
      en: 'Close the formula before it; write `\\$` for the sign itself.',
    },
    wrong: '设$x没有闭合，后来又有$y',
    right: '设$x$闭合了，后来又有$y$',
  },
  'math/in-html': {
    zh: '公式在一块 HTML 里，Markdown 不读那里。',
    repair: {
      zh: '在标签后面空一行，里面就又是 Markdown。',
      en: 'Leave an empty line after the tag: what follows is Markdown again.',
    },
    wrong: '<div>\n$x_1$\n</div>',
    right: '<div>\n\n$x_1$\n\n</div>',
  },
  'math/undefined-command': {
    zh: '命令既不是 KaTeX 的，也不是宏。',
    repair: {
      zh: '改正拼写，或在前言、站点设置的 `math.macros` 里定义；只是一个函数名就写 `\\operatorname{…}`。',
      en: 'Correct the spelling, or define it under `math.macros` in the front matter or the settings; for a name alone write `\\operatorname{…}`.',
    },
    wrong: '$\\rnak(BA) \\le r$',
    right: '$\\operatorname{rank}(BA) \\le r$',
  },
  'math/syntax': {
    zh: 'KaTeX 读不懂的公式。',
    repair: {
      zh: '看报告指的位置：多半是少了花括号，或 `\\left` 没有 `\\right`。',
      en: 'Look at the place that the report names: most often a brace is missing, or `\\left` has no `\\right`.',
    },
    wrong: '$$\n\\frac{\\alpha}{r\n$$',
    right: '$$\n\\frac{\\alpha}{r}\n$$',
  },
  'math/strict': {
    zh: 'LaTeX 本身不接受的公式。',
    repair: {
      zh: '照报告改；例如 `%` 在 TeX 里开始注释，百分号要写成 `\\%`。',
      en: 'Do as the report says; `%` begins a comment in TeX, for example, so write `\\%` for per cent.',
    },
    wrong: '$100% x$',
    right: '$100\\% x$',
  },
  'math/misplaced-label': {
    zh: '标签在不能编号的公式里。',
    repair: {
      zh: '只有独立成行的公式有编号：用 `$$` 单独写。',
      en: 'Only displayed formulas are numbered: write it between lines of `$$`.',
    },
    wrong: 'Inline $x \\label{eq-x}$',
    right: '$$\nx \\label{eq-x}\n$$',
  },
  'math/too-large': {
    zh: '公式太大，排不了。',
    repair: { zh: '拆成几条；报告里写着上限。', en: 'Part it; the report names the limit.' },
  },
  'notation/invalid': {
    zh: '列出的符号不是 TeX，或者列了两次。',
    repair: {
      zh: '键是公式里写的 TeX，如 `W_0`、`\\alpha`。',
      en: 'The key is the TeX as formulas write it: `W_0`, `\\alpha`.',
    },
    wrong: listed('x\\foo', '$x$'),
    right: listed('x', '$x$'),
  },
  'notation/unused': {
    zh: '列出的符号没有公式用到。',
    repair: {
      zh: '改成公式里的写法，或删掉；下标是符号的一部分。',
      en: 'Write it as the formulas do, or remove it; a subscript is part of the symbol.',
    },
    wrong: listed('W', '$W_0$'),
    right: listed('W_0', '$W_0$'),
  },
} as const satisfies Readonly<Record<string, Explanation>>;
