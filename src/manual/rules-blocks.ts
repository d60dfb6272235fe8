import type { Explanation } from './explanation.ts';

/** Rules about blocks, text, and signs of other generators. */
export const blockRules = {
  'block/unknown': {
    zh: '谁也不认识的块 `:::名称` 或提示框。',
    repair: {
      zh: '能写的块见[写作](./writing.md)和[数学](./math.md)。',
      en: 'The blocks are shown under [writing](./writing.md) and [mathematics](./math.md).',
    },
    wrong: ':::wraning\nRanks differ.\n:::',
    right: ':::warning\nRanks differ.\n:::',
  },
  'block/unclosed': {
    zh: '块没有闭合。',
    repair: {
      zh: '写一行同样多的冒号。外层的块要比里层多一个冒号。',
      en: 'Write a line of as many colons. A block around another has one colon more.',
    },
    wrong: 'Before.\n\n:::tip\nSmall ranks will do.\n',
    right: 'Before.\n\n:::tip\nSmall ranks will do.\n:::\n',
  },
  'block/unopened': {
    zh: '一行冒号没有块可以闭合。',
    repair: { zh: '删掉，或补上开头。', en: 'Remove it, or write the head of the block.' },
    wrong: 'Small ranks will do.\n\n:::\n',
    right: ':::tip\nSmall ranks will do.\n:::\n',
  },
  'block/syntax': {
    zh: '块的开头读不懂。',
    repair: {
      zh: '名称、`[标题]`、`{属性}` 之间没有空格。',
      en: 'There is no blank between the name, `[title]` and `{attributes}`.',
    },
    wrong: ':::theorem[Eckart–Young] {#thm-ey}\nText.\n:::',
    right: ':::theorem[Eckart–Young]{#thm-ey}\nText.\n:::',
  },
  'block/attribute': {
    zh: '块不读的属性或值。',
    repair: { zh: '改正拼写，或删掉。', en: 'Correct the spelling, or remove it.' },
    wrong: ':::details[Proof]{opne}\nText.\n:::',
    right: ':::details[Proof]{open}\nText.\n:::',
  },
  'block/misplaced': {
    zh: '标签页在 `tabs` 外面，`tabs` 里没有标签页，或者没有符号的符号表。',
    repair: {
      zh: '外面包一层 `::::tabs`；符号列在前言的 `notation` 里。',
      en: 'Put `::::tabs` around the tabs; list symbols under `notation`.',
    },
    wrong: ':::tab[Python]\nText.\n:::',
    right: '::::tabs\n:::tab[Python]\nText.\n:::\n::::',
  },
  'text/visible-mark': {
    zh: '强调或标题的记号原样印出来了。',
    repair: {
      zh: '让 `**` 紧贴要强调的字，`#` 后面空一格；要印记号本身就写 `\\*`。',
      en: 'Let `**` touch the words that it stresses, leave a blank after `#`; write `\\*` for the sign itself.',
    },
    wrong: '前文** 后文**后',
    right: '前文**后文**后',
  },
  'dialect/unsupported': {
    zh: '其他生成器的标签，这里没有对应的写法。',
    repair: {
      zh: '改成这里的写法，或删掉；要原样印出就放进代码。',
      en: 'Write it in a way of this manual, or remove it; put it into code to print it as it stands.',
    },
    wrong: '{% gallery a.png b.png %}',
    right: '`{% gallery a.png b.png %}`',
  },
} as const satisfies Readonly<Record<string, Explanation>>;
