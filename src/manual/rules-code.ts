import type { Explanation } from './explanation.ts';

const head = '---\ntitle: LoRA\ndate: 2026-01-01\n---\n';
const region = '# region forward\ny = w @ x\n# endregion\n';

/** Rules about code blocks and diagrams. */
export const codeRules = {
  'code/unknown-language': {
    zh: '谁也不认识的语言。',
    repair: {
      zh: '改正名称；不要着色就写 `text`。',
      en: 'Correct the name; write `text` for no colours.',
    },
    wrong: '```pyhton\nprint(1)\n```',
    right: '```python\nprint(1)\n```',
  },
  'code/unclosed': {
    zh: '代码块没有闭合。',
    repair: {
      zh: '写上与开头一样长的围栏；否则后面的正文都成了代码。',
      en: 'Write a fence as long as the first one; all that follows is code otherwise.',
    },
    wrong: 'Run it:\n\n```python\nprint(1)\n',
    right: 'Run it:\n\n```python\nprint(1)\n```\n',
  },
  'code/bad-meta': {
    zh: '标记的行或属性不可能有。',
    repair: {
      zh: '行号从 1 数到最后一行。',
      en: 'Lines are counted from 1 to the last of the block.',
    },
    wrong: '```python {1,9}\nprint(1)\n```',
    right: '```python {1}\nprint(1)\n```',
  },
  'code/unknown-meta': {
    zh: '围栏后面有没有东西会读的词。',
    repair: {
      zh: '能写的见[代码](./code.md#sec-code)。',
      en: 'What may stand there is listed under [code](./code.md#sec-code).',
    },
    wrong: '```python showLineNumber\nprint(1)\n```',
    right: '```python showLineNumbers\nprint(1)\n```',
  },
  'code/missing-file': {
    zh: '要取代码的文件不存在。',
    repair: {
      zh: '路径从文章的文件夹算起，不能出去。',
      en: 'The path starts at the folder of the article, and stays in it.',
    },
    wrong: { 'a.md': `${head}\`\`\`python file="./lroa.py"\n\`\`\``, 'lora.py': region },
    right: { 'a.md': `${head}\`\`\`python file="./lora.py"\n\`\`\``, 'lora.py': region },
  },
  'code/missing-region': {
    zh: '文件里没有这一段。',
    repair: {
      zh: '在文件里写 `# region 名称` 和 `# endregion`，或改正 `#` 后面的名称。',
      en: 'Write `# region name` and `# endregion` in the file, or correct the name after `#`.',
    },
    wrong: { 'a.md': `${head}\`\`\`python file="./lora.py#backward"\n\`\`\``, 'lora.py': region },
    right: { 'a.md': `${head}\`\`\`python file="./lora.py#forward"\n\`\`\``, 'lora.py': region },
  },
  'code/too-large': {
    zh: '代码块太大，不着色。',
    repair: { zh: '只放要讲的几段，其余给链接。', en: 'Show the parts you speak of, and link to the rest.' },
  },
  'diagram/syntax': {
    zh: '读不懂的图示。',
    repair: {
      zh: '看报告指的位置；DOT 的边写成 `a -> b`。',
      en: 'Look at the place that the report names; an edge of DOT is `a -> b`.',
    },
    wrong: '```dot\ndigraph { x -> ; }\n```',
    right: '```dot\ndigraph { x -> h; }\n```',
  },
  'diagram/unsupported': {
    zh: '图示语言里不会画的东西。',
    repair: {
      zh: '报告里列出会画的种类；换一种，或放一张 SVG。',
      en: 'The report lists the kinds that are drawn; take one of these, or an SVG.',
    },
    wrong: '```mermaid\ngantt\n```',
    right: '```mermaid\nflowchart LR\n  x --> h\n```',
  },
  'diagram/too-large': {
    zh: '图示太大，画不了。',
    repair: { zh: '拆成几幅，或放一张 SVG。', en: 'Part it, or use an SVG.' },
  },
} as const satisfies Readonly<Record<string, Explanation>>;
