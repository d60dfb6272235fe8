import type { articleWords } from './article-words.ts';
import { blockName, type CalloutName, isCallout } from './block-names.ts';

/** Languages that titles are in. */
type Language = keyof typeof articleWords;
type Title = Readonly<Record<Language, string>>;

const summary: Title = { zh: '摘要', en: 'Summary' };
const question: Title = { zh: '问题', en: 'Question' };
const quote: Title = { zh: '引用', en: 'Quotation' };
const success: Title = { zh: '成功', en: 'Success' };
const failure: Title = { zh: '失败', en: 'Failure' };

/** Callouts of other programs: which of ours they are, and the title that says what is lost. */
const foreign: Readonly<Record<string, readonly [CalloutName, title?: Title]>> = {
  default: ['note'],
  primary: ['note'],
  secondary: ['note'],
  abstract: ['note', summary],
  summary: ['note', summary],
  tldr: ['note', summary],
  todo: ['note', { zh: '待办', en: 'To do' }],
  seealso: ['note', { zh: '另见', en: 'See also' }],
  question: ['note', question],
  help: ['note', question],
  faq: ['note', question],
  example: ['note', { zh: '例', en: 'Example' }],
  quote: ['note', quote],
  cite: ['note', quote],
  success: ['tip', success],
  check: ['tip', success],
  done: ['tip', success],
  failure: ['caution', failure],
  fail: ['caution', failure],
  missing: ['caution', failure],
  bug: ['caution', { zh: '缺陷', en: 'Bug' }],
};

/** Whether another program, or we, have a callout of that name. */
export const isCalloutType = (type: string): boolean =>
  isCallout(blockName(type)) || Object.hasOwn(foreign, type.toLowerCase());

/** Names of callouts that are understood, for suggestions. */
export const calloutTypes: readonly string[] = [
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'info',
  'danger',
  ...Object.keys(foreign),
];

/**
 * The callout of ours for one of another program, with a title in the language of the article.
 *
 * `danger` → `caution` · `question` → `note` with the title 问题 or Question · `gpu` → `note` with the title gpu
 */
export function calloutOf(
  type: string,
  language: Language,
): { readonly name: CalloutName; readonly title: string } {
  const name = blockName(type);
  if (isCallout(name)) return { name, title: '' };
  const known = foreign[type.toLowerCase()];
  return known ? { name: known[0], title: known[1]?.[language] ?? '' } : { name: 'note', title: type };
}
