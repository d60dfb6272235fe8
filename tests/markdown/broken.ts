import type { RuleId } from '../../src/diagnostics/catalogue.ts';
import { code, notebookOf, shown, stream } from '../unit/notebooks/write-notebook.ts';
import { dot, sizedAs } from './images.ts';

export const head = '---\ntitle: 甲\ndate: 2026-01-01\n---\n';

/** An article with one more line of front matter. */
const headOf = (line: string): string => `---\ntitle: 甲\ndate: 2026-01-01\n${line}\n---\n一`;

/** Metadata of a notebook. */
const noted = { date: '2026-01-01' };

export interface Broken {
  readonly files: Record<string, string | Uint8Array>;
  /** Where the finding must point: file, line, column. */
  readonly at: readonly [string, number, number];
  /** Whether the rule is off until a site asks for it. */
  readonly isOff?: true;
}

/** One broken input for each rule of the catalogue, and where the finding must point. */
export const broken: Record<RuleId, Broken> = {
  'settings/unknown-rule': { files: {}, at: ['', 1, 1] },
  'content/none': { files: {}, at: ['', 1, 1] },
  'content/unreadable': { files: {}, at: ['', 1, 1] },
  'content/outside-posts': {
    files: { 'posts/a.md': `${head}一`, 'notes/b.md': `${head}二`, 'README.md': '一' },
    at: ['notes/b.md', 1, 1],
  },
  'content/encoding': {
    files: {
      'a.md': Buffer.concat([
        Buffer.from('---\ntitle: A\ndate: 2026-01-01\n---\n'),
        Buffer.from([0xc4, 0xe3, 0xba, 0xc3]),
      ]),
    },
    at: ['a.md', 5, 1],
  },
  'content/duplicate-slug': {
    files: { 'a.md': `${head}一`, 'b.md': '---\ntitle: 乙\ndate: 2026-01-01\nslug: a\n---\n二' },
    at: ['b.md', 4, 1],
  },
  'notebook/invalid': {
    files: { 'a.ipynb': '{\n "cells": [],\n "metadata": {},\n "nbformat": 3\n}' },
    at: ['a.ipynb', 4, 14],
  },
  'notebook/active-output': {
    files: {
      'a.ipynb': notebookOf([code('draw()', [shown({ 'text/html': '<script>1</script>' })])], noted),
    },
    at: ['a.ipynb', 8, 5],
  },
  'notebook/long-output': {
    files: { 'a.ipynb': notebookOf([code('log()', [stream('stdout', 'x\n'.repeat(1001))])], noted) },
    at: ['a.ipynb', 8, 5],
  },
  'content/empty': { files: { 'a.md': head }, at: ['a.md', 1, 1] },
  'front-matter/invalid-yaml': { files: { 'a.md': '---\ntitle: a: b\n---\n一' }, at: ['a.md', 2, 8] },
  'front-matter/invalid-toml': {
    files: { 'a.md': '+++\ntitle = "甲"\ndate = 2026-13-01\n+++\n一' },
    at: ['a.md', 3, 8],
  },
  'front-matter/unclosed': { files: { 'a.md': '---\ntitle: 甲\n\n一' }, at: ['a.md', 1, 1] },
  'front-matter/invalid-value': {
    files: { 'a.md': '---\ntitle: 甲\ndate: 2026-01-01\ndraft: 也许\n---\n一' },
    at: ['a.md', 4, 8],
  },
  'front-matter/invalid-date': {
    files: { 'a.md': '---\ntitle: 甲\ndate: 2025-02-30\n---\n一' },
    at: ['a.md', 3, 7],
  },
  'front-matter/unknown-key': {
    files: { 'a.md': '---\ntitle: 甲\ndate: 2026-01-01\ncolour: red\n---\n一' },
    at: ['a.md', 4, 1],
  },
  'front-matter/missing-date': { files: { 'a.md': '---\ntitle: 甲\n---\n一' }, at: ['a.md', 1, 1] },
  'front-matter/unknown-author': {
    files: {
      'authors.yaml': 'alice: { name: Alice }\n',
      'posts/a.md': '---\ntitle: 甲\ndate: 2026-01-01\nauthors: [alcie]\n---\n一',
    },
    at: ['posts/a.md', 1, 1],
  },
  'authors/invalid': {
    files: { 'authors.yaml': 'alice: [\n', 'a.md': `${head}一` },
    at: ['authors.yaml', 2, 1],
  },
  'glossary/invalid': {
    files: { 'glossary.yaml': 'lora:\n  zh: [低秩适配]\n  nots: 一句话。\n', 'a.md': `${head}一` },
    at: ['glossary.yaml', 3, 3],
  },
  'glossary/duplicate-name': {
    files: {
      'glossary.yaml': 'kv-cache:\n  en: [KV cache]\ncache:\n  zh: [缓存]\n  en: [cache, KV-Cache]\n',
      'a.md': `${head}一`,
    },
    at: ['glossary.yaml', 5, 15],
  },
  'glossary/unknown-related': {
    files: {
      'glossary.yaml': 'lora:\n  zh: 低秩适配\n  related: [qlroa]\nqlora:\n  en: [QLoRA]\n',
      'a.md': `${head}一`,
    },
    at: ['glossary.yaml', 3, 13],
  },
  'series/invalid': {
    files: {
      'series.yaml': 'mistyped:\n  titel: 甲\n  title: 乙\n',
      'a.md': headOf('series: { id: mistyped, order: 1 }'),
    },
    at: ['series.yaml', 2, 3],
  },
  'series/unknown': {
    files: { 'series.yaml': 'known: { title: 甲 }\n', 'a.md': headOf('series: { id: knwon, order: 1 }') },
    at: ['a.md', 4, 15],
  },
  'series/unused': {
    files: { 'series.yaml': '# 一\nlonely: { title: 甲 }\n', 'a.md': `${head}一` },
    at: ['series.yaml', 2, 1],
  },
  'series/duplicate-order': {
    files: {
      'series.yaml': 'twins: { title: 甲 }\n',
      'a.md': headOf('series: { id: twins, order: 1 }'),
      'b.md': headOf('series: { id: twins, order: 1 }'),
    },
    at: ['b.md', 4, 15],
  },
  'content/too-deep': { files: { 'a.md': `${head}一\n\n${'>'.repeat(10_000)} 二` }, at: ['a.md', 7, 1] },
  'content/too-large': {
    files: { 'a.md': `${head}${'a'.repeat(1_000_001)}` },
    at: ['a.md', 5, 1_000_001],
  },
  'math/too-large': {
    files: { 'a.md': `${head}式\n\n$$\n${'x+'.repeat(10_001)}y\n$$` },
    at: ['a.md', 7, 1],
  },
  'math/unclosed': { files: { 'a.md': `${head}一\n\n$$\nx\n\n后文` }, at: ['a.md', 7, 1] },
  'math/prose': { files: { 'a.md': `${head}设$x没有闭合，后来又有$y` }, at: ['a.md', 5, 2] },
  'math/in-html': { files: { 'a.md': `${head}<div>\n$x_1$ 与 $\\alpha$\n</div>` }, at: ['a.md', 6, 1] },
  'math/undefined-command': { files: { 'a.md': `${head}其中 $\\foo{x}$` }, at: ['a.md', 5, 5] },
  'math/syntax': { files: { 'a.md': `${head}$$\na + b\n\\frac{1}{\n$$\n` }, at: ['a.md', 7, 10] },
  'math/strict': { files: { 'a.md': `${head}$100% x$` }, at: ['a.md', 5, 5] },
  'math/misplaced-label': { files: { 'a.md': `${head}行内 $x \\label{eq-x}$` }, at: ['a.md', 5, 7] },
  'notation/invalid': {
    files: { 'a.md': '---\ntitle: 甲\ndate: 2026-01-01\nnotation:\n  x\\foo: { zh: 二 }\n---\n一' },
    at: ['a.md', 5, 4],
  },
  'notation/unused': {
    files: { 'a.md': '---\ntitle: 甲\ndate: 2026-01-01\nnotation: { x: {}, W_o: { zh: 二 } }\n---\n$W_0x$' },
    at: ['a.md', 4, 20],
  },
  'reference/unknown-label': {
    files: { 'a.md': `${head}$$\nx \\label{eq-lora}\n$$\n\n见 @eq-loar。` },
    at: ['a.md', 9, 3],
  },
  'reference/duplicate-label': {
    files: { 'a.md': `${head}$$\nx \\label{eq-x}\n$$\n\n> $$\n> y \\label{eq-x}\n> $$` },
    at: ['a.md', 10, 5],
  },
  'code/unclosed': { files: { 'a.md': `${head}一\n\n\`\`\`python\nx\n` }, at: ['a.md', 7, 1] },
  'code/bad-meta': { files: { 'a.md': `${head}\`\`\`python {1,9}\nx\n\`\`\`\n` }, at: ['a.md', 5, 14] },
  'code/unknown-meta': {
    files: { 'a.md': `${head}\`\`\`python showLineNumber\nx\n\`\`\`\n` },
    at: ['a.md', 5, 11],
  },
  'code/too-large': {
    files: { 'a.md': `${head}\`\`\`js\n${'x;\n'.repeat(5001)}\`\`\`\n` },
    at: ['a.md', 5, 1],
  },
  'code/missing-file': {
    files: { 'a.md': `${head}\`\`\`python file="./no.py"\n\`\`\`\n` },
    at: ['a.md', 5, 17],
  },
  'code/missing-region': {
    files: {
      'a.md': `${head}\`\`\`python file="./a.py#g"\n\`\`\`\n`,
      'a.py': '# region f\nx\n# endregion\n',
    },
    at: ['a.md', 5, 17],
  },
  'diagram/syntax': {
    files: { 'a.md': `${head}\`\`\`dot\ndigraph {\n  a -> ;\n}\n\`\`\`\n` },
    at: ['a.md', 7, 8],
  },
  'diagram/too-large': {
    files: { 'a.md': `${head}\`\`\`dot\ndigraph { ${'a -> b; '.repeat(5000)} }\n\`\`\`\n` },
    at: ['a.md', 5, 1],
  },
  'diagram/unsupported': { files: { 'a.md': `${head}\`\`\`mermaid\ngantt\n\`\`\`\n` }, at: ['a.md', 6, 1] },
  'term/unknown': { files: { 'a.md': `${head}见 :term[缓寸]。` }, at: ['a.md', 5, 3] },
  'term/syntax': { files: { 'a.md': `${head}见 :term[缓存。` }, at: ['a.md', 5, 3] },
  'number/syntax': { files: { 'a.md': `${head}共 :num[8]{= 2*(1+1} 个` }, at: ['a.md', 5, 15] },
  'number/mismatch': { files: { 'a.md': `${head}共 :num[9]{= 2*d d=4} 个` }, at: ['a.md', 5, 8] },
  'claim/unsourced-number': {
    files: { 'claim.md': `${head}准确率为 73.4%。` },
    at: ['claim.md', 5, 6],
    isOff: true,
  },
  'code/unknown-language': { files: { 'a.md': `${head}\`\`\`pyhton\nx\n\`\`\`\n` }, at: ['a.md', 5, 4] },
  'text/visible-mark': { files: { 'a.md': `${head}前文** 后文**后 ` }, at: ['a.md', 5, 8] },
  'link/dead': { files: { 'a.md': `${head}见[乙](./b.md)。` }, at: ['a.md', 5, 6] },
  'link/dead-anchor': { files: { 'a.md': `${head}## 小节\n\n见[这里](#小结)。` }, at: ['a.md', 7, 7] },
  'link/malformed': { files: { 'a.md': `${head}见[这里](#10%涨幅)。` }, at: ['a.md', 5, 10] },
  'link/unsafe': { files: { 'a.md': `${head}[点](javascript:alert)` }, at: ['a.md', 5, 5] },
  'redirect/invalid': { files: { 'a.md': headOf('redirectFrom: [/alt/, /b?p=1]') }, at: ['a.md', 4, 23] },
  'redirect/taken': {
    files: { 'a.md': headOf('redirectFrom: /alt/'), 'b.md': headOf('redirectFrom: /alt') },
    at: ['b.md', 4, 15],
  },
  'redirect/dead': { files: {}, at: ['', 1, 1] },
  'image/missing': { files: { 'a.md': `${head}![图](./no.png)` }, at: ['a.md', 5, 1] },
  'image/remote': { files: { 'a.md': `${head}![图](https://example.org/a.png)` }, at: ['a.md', 5, 1] },
  'image/corrupt': { files: { 'a.md': `${head}![图](./a.png)`, 'a.png': 'no image' }, at: ['a.md', 5, 1] },
  'image/mislabelled': { files: { 'a.md': `${head}图![图](./a.jpg)`, 'a.jpg': dot }, at: ['a.md', 5, 2] },
  'image/too-large': {
    files: { 'a.md': `${head}![图](./a.png)`, 'a.png': sizedAs(20_000, 20_000) },
    at: ['a.md', 5, 1],
  },
  'image/no-alt': { files: { 'a.md': `${head}![](./no.png)` }, at: ['a.md', 5, 1] },
  'footnote/undefined': { files: { 'a.md': `${head}见[^no]。` }, at: ['a.md', 5, 2] },
  'footnote/unused': { files: { 'a.md': `${head}一\n\n[^a]: 注` }, at: ['a.md', 7, 1] },
  'html/unknown-element': { files: { 'a.md': `${head}类型 vector<int> 的值` }, at: ['a.md', 5, 10] },
  'security/element': { files: { 'a.md': `${head}一\n\n<script>go()</script>` }, at: ['a.md', 7, 1] },
  'security/handler': { files: { 'a.md': `${head}粗 <b onclick="go()">字</b>` }, at: ['a.md', 5, 6] },
  'security/url': { files: { 'a.md': `${head}<a href="java&#10;script:go()">点</a>` }, at: ['a.md', 5, 4] },
  'security/remote': {
    files: { 'a.md': `${head}> <video\n> controls src="//example.org/a.mp4"></video>` },
    at: ['a.md', 6, 12],
  },
  'security/attribute': { files: { 'a.md': `${head}<i data-slot="x"></i>一` }, at: ['a.md', 5, 4] },
  'security/svg': {
    files: { 'a.md': `${head}![图](./a.svg)`, 'a.svg': '<svg viewBox="0 0 1 1" onload="go()"/>' },
    at: ['a.md', 5, 1],
  },
  'security/inline-style': { files: { 'a.md': `${head}<b style="color: red">红</b>` }, at: ['a.md', 5, 4] },
  'block/unknown': { files: { 'a.md': `${head}:::nmae[x]\n一\n:::` }, at: ['a.md', 5, 1] },
  'block/unclosed': { files: { 'a.md': `${head}一\n\n:::tip\n二\n` }, at: ['a.md', 7, 1] },
  'block/unopened': { files: { 'a.md': `${head}一\n\n:::\n` }, at: ['a.md', 7, 1] },
  'block/syntax': { files: { 'a.md': `${head}:::theorem[甲] {#thm-a}\n一\n:::` }, at: ['a.md', 5, 1] },
  'block/attribute': { files: { 'a.md': `${head}:::tip{layuot=page}\n一\n:::` }, at: ['a.md', 5, 8] },
  'block/misplaced': { files: { 'a.md': `${head}:::tab[甲]\n一\n:::` }, at: ['a.md', 5, 1] },
  'bibliography/missing': {
    files: { 'a.md': '---\ntitle: 甲\ndate: 2026-01-01\nbibliography: ./no.bib\n---\n一' },
    at: ['a.md', 4, 15],
  },
  'bibliography/invalid': {
    files: { 'a.md': `${head}一`, 'refs.bib': '@misc{a,\n  title {甲}\n}\n' },
    at: ['refs.bib', 2, 9],
  },
  'bibliography/duplicate-key': {
    files: { 'a.md': `${head}一`, 'refs.bib': '@misc{a, title = {甲}}\n@misc{a, title = {乙}}\n' },
    at: ['refs.bib', 2, 7],
  },
  'citation/unknown-key': {
    files: { 'a.md': `${head}见 [@hu2021lroa]。`, 'refs.bib': '@misc{hu2021lora, title = {甲}}' },
    at: ['a.md', 5, 5],
  },
  'citation/syntax': {
    files: { 'a.md': `${head}见 [@a; b]。`, 'refs.bib': '@misc{a, title = {甲}}' },
    at: ['a.md', 5, 8],
  },
  'dialect/unsupported': { files: { 'a.md': `${head}见 {% gallery a b %}。` }, at: ['a.md', 5, 3] },
  'mdx/syntax': { files: { 'a.mdx': `${head}文字 <b> 没有关` }, at: ['a.mdx', 5, 4] },
  'mdx/failed': {
    files: {
      'a.mdx': `${head}import Chart from './chart.astro';\nexport const lost = nothing.at.all\n\n甲 {undefined.x} 乙\n\n<Chart data={lost.x} />`,
      'chart.astro': '<p>图</p>\n',
    },
    at: ['a.mdx', 6, 21],
  },
  'mdx/missing-module': {
    files: { 'a.mdx': `${head}import Chart from './chart.astro';\n\n文字<Chart />` },
    at: ['a.mdx', 5, 19],
  },
  'mdx/unknown-component': {
    files: {
      'a.mdx': `${head}import Chart from './chart.astro';\n\n文字<Chatr />`,
      'chart.astro': '<p>图</p>\n',
    },
    at: ['a.mdx', 7, 3],
  },
};
