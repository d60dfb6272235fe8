import type { Explanation } from './explanation.ts';

const article = '---\ntitle: LoRA\ndate: 2026-01-01\n---\nText.';
const head = (line: string): string => `---\ntitle: LoRA\ndate: 2026-01-01\n${line}\n---\nText.`;

/** Rules about front matter and the files of data beside it. */
export const dataRules = {
  'front-matter/invalid-yaml': {
    zh: '前言不是 YAML。',
    repair: {
      zh: '值里有冒号加空格、以 `[`、`@`、`*` 开头时，用引号括起来。',
      en: 'Put a value in quotes where it holds a colon with a blank, or begins with `[`, `@` or `*`.',
    },
    wrong: { '2026-01-01-lora.md': '---\ntitle: LoRA: low-rank adaptation\n---\nText.' },
    right: { '2026-01-01-lora.md': "---\ntitle: 'LoRA: low-rank adaptation'\n---\nText." },
  },
  'front-matter/invalid-toml': {
    zh: '前言不是 TOML。',
    repair: {
      zh: '`+++` 之间是 TOML：文字要引号，日期要存在。',
      en: 'Between `+++` stands TOML: texts need quotes, and dates must exist.',
    },
    wrong: { '2026-01-01-lora.md': '+++\ntitle = LoRA\n+++\nText.' },
    right: { '2026-01-01-lora.md': '+++\ntitle = "LoRA"\n+++\nText.' },
  },
  'front-matter/unclosed': {
    zh: '前言没有闭合。',
    repair: { zh: '在最后一个键下面写一行 `---`。', en: 'Write a line `---` below the last key.' },
    wrong: { '2026-01-01-lora.md': '---\ntitle: LoRA\n\nText.' },
    right: { '2026-01-01-lora.md': '---\ntitle: LoRA\n---\n\nText.' },
  },
  'front-matter/invalid-value': {
    zh: '某个键的值种类不对。',
    repair: {
      zh: '每个键要什么值，见[配置](./configuration.md#front-matter)。',
      en: 'What each key takes is listed under [configuration](./configuration.md#front-matter).',
    },
    wrong: head('draft: maybe'),
    right: head('draft: false'),
  },
  'front-matter/invalid-date': {
    zh: '日期不存在，或者读不懂。',
    repair: {
      zh: '写成 `2026-01-31`，要时刻就写 `2026-01-31T08:00:00+08:00`。',
      en: 'Write `2026-01-31`, or with a time `2026-01-31T08:00:00+08:00`.',
    },
    wrong: '---\ntitle: LoRA\ndate: 2025-02-30\n---\nText.',
    right: '---\ntitle: LoRA\ndate: 2025-02-28\n---\nText.',
  },
  'front-matter/unknown-key': {
    zh: '没有东西会读的键。',
    repair: {
      zh: '改正拼写，或删掉这一行。其他生成器的键按意思读，读不出意思而无害的不报。',
      en: 'Correct the spelling or remove the line. Keys of other generators are read by their meaning; harmless ones are not reported.',
    },
    wrong: head('tages: [PEFT]'),
    right: head('tags: [PEFT]'),
  },
  'front-matter/missing-date': {
    zh: '文章没有日期，只好取提交或文件的时间。',
    repair: {
      zh: '写上 `date`：克隆和复制都会改变文件的时间。',
      en: 'Write a `date`: cloning and copying change the time of a file.',
    },
    wrong: '---\ntitle: LoRA\n---\nText.',
    right: article,
  },
  'front-matter/unknown-author': {
    zh: '作者不在 authors.yaml 里。',
    repair: {
      zh: '改正拼写，或在 `authors.yaml` 里加上这个人。',
      en: 'Correct the spelling, or add the person to `authors.yaml`.',
    },
    wrong: { 'posts/a.md': head('authors: [alcie]'), 'authors.yaml': 'alice: { name: Alice }\n' },
    right: { 'posts/a.md': head('authors: [alice]'), 'authors.yaml': 'alice: { name: Alice }\n' },
  },
  'authors/invalid': {
    zh: 'authors.yaml 读不懂。',
    repair: {
      zh: '每个键下写 `name`，可以加 `url` 和 `type: organization`。',
      en: 'Each key has a `name`, and may have a `url` and `type: organization`.',
    },
    wrong: { 'authors.yaml': 'alice: { name: Alice, mail: a@example.org }\n', 'a.md': article },
    right: { 'authors.yaml': 'alice: { name: Alice, url: https://example.org/ }\n', 'a.md': article },
  },
  'glossary/invalid': {
    zh: 'glossary.yaml 或其中一项读不懂。',
    repair: {
      zh: '能写的键见[术语表](./glossary.md)。',
      en: 'The [glossary](./glossary.md) lists the keys.',
    },
    wrong: { 'glossary.yaml': 'lora:\n  zh: [低秩适配]\n  nots: A sentence.\n', 'a.md': article },
    right: { 'glossary.yaml': 'lora:\n  zh: [低秩适配]\n  note: A sentence.\n', 'a.md': article },
  },
  'glossary/duplicate-name': {
    zh: '两个术语争同一个名称。',
    repair: {
      zh: '留在意思完全相同的那一项，另一项用 `related` 连过去；搜索要靠名称找到唯一的意思。',
      en: 'Keep it where it means the same, and relate the other term to that one: search goes from a name to one meaning.',
    },
    wrong: {
      'glossary.yaml': 'kv-cache:\n  en: [KV cache]\ncache:\n  en: [cache, KV-Cache]\n',
      'a.md': article,
    },
    right: {
      'glossary.yaml': 'kv-cache:\n  en: [KV cache]\ncache:\n  en: [cache]\n  related: [kv-cache]\n',
      'a.md': article,
    },
  },
  'glossary/unknown-related': {
    zh: '相关的术语不在术语表里。',
    repair: { zh: '写另一项的键，不是它的名称。', en: 'Write the key of the other entry, not its name.' },
    wrong: {
      'glossary.yaml': 'lora:\n  en: LoRA\n  related: [qlroa]\nqlora:\n  en: QLoRA\n',
      'a.md': article,
    },
    right: {
      'glossary.yaml': 'lora:\n  en: LoRA\n  related: [qlora]\nqlora:\n  en: QLoRA\n',
      'a.md': article,
    },
  },
  'term/unknown': {
    zh: '术语表里没有 `:term[…]` 说的术语。',
    repair: {
      zh: '写术语的名称，或用 `{#键}` 说明是哪一个；没有就在 `glossary.yaml` 里加上。见[术语卡片](./glossary.md#sec-terms)。',
      en: 'Write a name of the term, or name its entry as `{#key}`; add one to `glossary.yaml` where there is none. See [cards over terms](./glossary.md#sec-terms).',
    },
    wrong: {
      'a.md': '---\ntitle: LoRA\ndate: 2026-01-01\n---\nThe :term[KV cahce] grows.\n',
      'glossary.yaml': 'kv-cache:\n  en: [KV cache]\n',
    },
    right: {
      'a.md': '---\ntitle: LoRA\ndate: 2026-01-01\n---\nThe :term[KV cache] grows.\n',
      'glossary.yaml': 'kv-cache:\n  en: [KV cache]\n',
    },
  },
  'term/syntax': {
    zh: '`:term[…]` 读不懂。',
    repair: {
      zh: '补上括号；花括号里只写 `off` 或 `#键`。',
      en: 'Close the brackets; the braces hold nothing but `off` or `#key`.',
    },
    wrong: 'The :term[KV cache grows.',
    right: 'The :term[KV cache]{off} grows.',
  },
  'series/invalid': {
    zh: 'series.yaml 或其中一项读不懂。',
    repair: {
      zh: '每项写 `title`，可以加 `description`；两样都可以按语言写。',
      en: 'Each entry has a `title` and may have a `description`, either of them by language.',
    },
    wrong: {
      'series.yaml': 'peft:\n  title: PEFT\n  note: Few parameters.\n',
      'a.md': head('series: { id: peft, order: 1 }'),
    },
    right: {
      'series.yaml': 'peft:\n  title: PEFT\n  description: Few parameters.\n',
      'a.md': head('series: { id: peft, order: 1 }'),
    },
  },
  'series/unknown': {
    zh: '系列不在 series.yaml 里。',
    repair: {
      zh: '改正 `id`，或在 `series.yaml` 里加上；没有这个文件时，什么 `id` 都行。',
      en: 'Correct the `id` or add it to `series.yaml`; without that file every `id` will do.',
    },
    wrong: {
      'a.md': head('series: { id: pfet, order: 2 }'),
      'series.yaml': 'peft: { title: PEFT }\n',
      'b.md': head('series: { id: peft, order: 1 }'),
    },
    right: {
      'a.md': head('series: { id: peft, order: 2 }'),
      'series.yaml': 'peft: { title: PEFT }\n',
      'b.md': head('series: { id: peft, order: 1 }'),
    },
  },
  'series/unused': {
    zh: 'series.yaml 里的系列没有文章。',
    repair: { zh: '删掉它，或给文章写上 `series`。', en: 'Remove it, or give an article this `series`.' },
    wrong: { 'series.yaml': 'peft: { title: PEFT }\n', 'a.md': article },
    right: { 'series.yaml': 'peft: { title: PEFT }\n', 'a.md': head('series: { id: peft, order: 1 }') },
  },
  'series/duplicate-order': {
    zh: '两篇文章在系列里占同一个位置。',
    repair: { zh: '给其中一篇另写 `order`。', en: 'Give one of them another `order`.' },
    wrong: { 'b.md': head('series: { id: peft, order: 1 }'), 'a.md': head('series: { id: peft, order: 1 }') },
    right: { 'b.md': head('series: { id: peft, order: 2 }'), 'a.md': head('series: { id: peft, order: 1 }') },
  },
} as const satisfies Readonly<Record<string, Explanation>>;
