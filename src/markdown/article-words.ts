import type { CalloutName } from './block-names.ts';
import type { LabelKind } from './label-types.ts';

/** Words that the pipeline writes into an article, in one language. */
export interface ArticleWords {
  readonly callouts: Readonly<Record<CalloutName, string>>;
  /** What stands before a number. */
  readonly kinds: Readonly<Record<LabelKind, string>>;
  readonly section: (number: string) => string;
  /** Between references to several things. */
  readonly comma: string;
  readonly named: readonly [open: string, close: string];
  readonly abstract: string;
  readonly proof: string;
  readonly proved: string;
  readonly details: string;
  readonly tab: (number: number) => string;
  readonly table: (number: number) => string;
  /** What stands before the words of a diagram, which are its name where it has no title. */
  readonly diagram: string;
  readonly notes: string;
  readonly notesAndReferences: string;
  /** What `:given[…]` says of its text. */
  readonly given: string;
  /** About the code of a cell that is folded, its outputs, and what a program says beside them. */
  readonly code: string;
  readonly outputs: string;
  readonly standardError: string;
  /** What the output of a cell is called, and a picture in it about which nothing is said. */
  readonly output: (cell?: string) => string;
  readonly picture: (cell: number) => string;
  /** About something that is shown as its author wrote it, because it could not be read. */
  readonly unreadable: string;
  /** A link from a note or a work to where it is used; with a number where there are several. */
  readonly back: (place?: string) => string;
}

/** A blank at which no line ends. */
const blank = '\u00A0';

/** Words that the pipeline writes into articles, by the language of the article. */
export const articleWords: Readonly<Record<'zh' | 'en', ArticleWords>> = {
  zh: {
    callouts: { note: '注', tip: '提示', important: '重要', warning: '警告', caution: '小心' },
    kinds: {
      ...{ eq: '式', fig: '图', tbl: '表', sec: '节', lst: '代码', thm: '定理', lem: '引理', cor: '推论' },
      ...{ prp: '命题', cnj: '猜想', def: '定义', rem: '注', ex: '例', exr: '习题', alg: '算法' },
    },
    section: (number) => `第${blank}${number}${blank}节`,
    comma: '、',
    named: ['（', '）'],
    abstract: '摘要',
    proof: '证明',
    proved: '证毕',
    details: '详情',
    tab: (number) => `第 ${String(number)} 项`,
    table: (number) => `表格 ${String(number)}`,
    diagram: '图示：',
    notes: '注释',
    notesAndReferences: '参考文献与注释',
    given: '本文的设定：假设或举例',
    code: '代码',
    outputs: '输出',
    standardError: '标准错误输出',
    output: (cell) => (cell === undefined ? '输出' : `输出 [${cell}]`),
    picture: (cell) => `代码单元 ${String(cell)} 画出的图`,
    unreadable: '这里有错，照原样显示',
    back: (place) => (place === undefined ? '回到正文引用' : `回到正文引用 ${place}`),
  },
  en: {
    callouts: {
      ...{ note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
    },
    kinds: {
      ...{ eq: 'Equation', fig: 'Figure', tbl: 'Table', sec: 'Section', lst: 'Listing', thm: 'Theorem' },
      ...{ lem: 'Lemma', cor: 'Corollary', prp: 'Proposition', cnj: 'Conjecture', def: 'Definition' },
      ...{ rem: 'Remark', ex: 'Example', exr: 'Exercise', alg: 'Algorithm' },
    },
    section: (number) => `Section${blank}${number}`,
    comma: ', ',
    named: [' (', ')'],
    abstract: 'Abstract',
    proof: 'Proof',
    proved: 'End of proof',
    details: 'Details',
    tab: (number) => `Option ${String(number)}`,
    table: (number) => `Table ${String(number)}`,
    diagram: 'Diagram: ',
    notes: 'Notes',
    notesAndReferences: 'References and notes',
    given: 'Set by this article: an assumption or an example',
    code: 'Code',
    outputs: 'Output',
    standardError: 'Standard error',
    output: (cell) => (cell === undefined ? 'Output' : `Output [${cell}]`),
    picture: (cell) => `Picture drawn by code cell ${String(cell)}`,
    unreadable: 'An error: shown as it was written',
    back: (place) => (place === undefined ? 'Back to the text' : `Back to the text ${place}`),
  },
};
