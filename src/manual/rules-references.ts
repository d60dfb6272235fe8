import type { Explanation } from './explanation.ts';

const bib = (key: string): string => `@misc{${key}, title = {LoRA}, year = {2021}}\n`;
const head = '---\ntitle: LoRA\ndate: 2026-01-01\n---\n';
const withBib = (text: string, key = 'hu2021lora') => ({ 'a.md': head + text, 'refs.bib': bib(key) });

/** Rules about labels, works, footnotes and numbers. */
export const referenceRules = {
  'reference/unknown-label': {
    zh: '引用的标签不存在。',
    repair: {
      zh: '改正标签，或把它写在要引用的东西上。',
      en: 'Correct the label, or write it on what you refer to.',
    },
    wrong: '$$\nx \\label{eq-lora}\n$$\n\nSee @eq-loar.',
    right: '$$\nx \\label{eq-lora}\n$$\n\nSee @eq-lora.',
  },
  'reference/duplicate-label': {
    zh: '两样东西用了同一个标签。',
    repair: { zh: '给其中一个改名。', en: 'Give one of them another label.' },
    wrong: '$$\nx \\label{eq-x}\n$$\n\n$$\ny \\label{eq-x}\n$$',
    right: '$$\nx \\label{eq-x}\n$$\n\n$$\ny \\label{eq-y}\n$$',
  },
  'bibliography/missing': {
    zh: '文献文件不存在。',
    repair: {
      zh: '路径从文章所在的文件夹算起；文件叫 `refs.bib` 时不用写 `bibliography`。',
      en: 'The path starts at the folder of the article; a file called `refs.bib` needs no `bibliography`.',
    },
    wrong: '---\ntitle: LoRA\ndate: 2026-01-01\nbibliography: ./works.bib\n---\nText.',
    right: '---\ntitle: LoRA\ndate: 2026-01-01\n---\nText.',
  },
  'bibliography/invalid': {
    zh: 'BibTeX 条目读不懂。',
    repair: {
      zh: '每个字段写成 `名称 = {值}`，字段之间用逗号。',
      en: 'Each field is `name = {value}`, with commas between them.',
    },
    wrong: { 'refs.bib': '@misc{hu2021lora,\n  title {LoRA}\n}\n', 'a.md': `${head}Text.` },
    right: { 'refs.bib': '@misc{hu2021lora,\n  title = {LoRA}\n}\n', 'a.md': `${head}Text.` },
  },
  'bibliography/duplicate-key': {
    zh: '同一个文件里两个条目用了同一个键。',
    repair: { zh: '删掉一个，或改它的键。', en: 'Remove one of them, or change its key.' },
    wrong: { 'refs.bib': bib('hu2021lora') + bib('hu2021lora'), 'a.md': `${head}Text.` },
    right: { 'refs.bib': bib('hu2021lora') + bib('hu2022lora'), 'a.md': `${head}Text.` },
  },
  'citation/unknown-key': {
    zh: '引用的键哪个文献文件里都没有。',
    repair: {
      zh: '改正键，或把条目加进文章旁边的 `refs.bib`。',
      en: 'Correct the key, or add the entry to `refs.bib` beside the article.',
    },
    wrong: withBib('LoRA [@hu2021lroa].'),
    right: withBib('LoRA [@hu2021lora].'),
  },
  'citation/syntax': {
    zh: '读不懂的引用。',
    repair: {
      zh: '分号之间每一项都以 `@键` 开头，页码、章节写在逗号后面。',
      en: 'Every part between semicolons begins with `@key`; pages and sections follow after a comma.',
    },
    wrong: withBib('LoRA [@hu2021lora; section 4].'),
    right: withBib('LoRA [@hu2021lora, section 4].'),
  },
  'footnote/undefined': {
    zh: '用了没有写出的脚注。',
    repair: { zh: '写上 `[^名称]: 内容`，或改正名称。', en: 'Write `[^name]: text`, or correct the name.' },
    wrong: 'One of several ways[^other].',
    right: 'One of several ways[^other].\n\n[^other]: Adapters are another.',
  },
  'footnote/unused': {
    zh: '写了没有用到的脚注。',
    repair: { zh: '在正文里引用它，或删掉。', en: 'Refer to it in the text, or remove it.' },
    wrong: 'One of several ways.\n\n[^other]: Adapters are another.',
    right: 'One of several ways[^other].\n\n[^other]: Adapters are another.',
  },
  'number/syntax': {
    zh: '`:num` 的算式读不懂，或者算不出。',
    repair: {
      zh: '补上括号，或写明每个字母的值。',
      en: 'Close the brackets, or give every letter a value.',
    },
    wrong: 'In all :num[8]{= 2*(1+3} matrices.',
    right: 'In all :num[8]{= 2*(1+3)} matrices.',
  },
  'number/mismatch': {
    zh: '文字里的数与算式的结果不符。',
    repair: {
      zh: '改数或改算式；近似的数写明误差：`~ 3%`。',
      en: 'Correct the number or the expression; for a rounded one state the tolerance: `~ 3%`.',
    },
    wrong: 'In all :num[9]{= 2*d d=4} matrices.',
    right: 'In all :num[8]{= 2*d d=4} matrices.',
  },
  'claim/unsourced-number': {
    zh: '句子或表里的数没有说明出处。',
    repair: {
      zh: '默认关闭。怎样算有出处，见[有来源的数字](./references.md#sec-sources)。',
      en: 'Off by default. [Numbers with a source](./references.md#sec-sources) tells what counts as one.',
    },
    wrong: 'The accuracy is 73.4%.',
    right: 'We assume an accuracy of :given[73.4%].',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
