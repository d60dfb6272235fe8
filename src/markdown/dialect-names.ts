import { blockName, type CalloutName, isCallout } from './block-names.ts';

/** Callouts of other programs: which of ours they are, and the title that says what is lost. */
const foreign: Readonly<Record<string, readonly [CalloutName, title: string]>> = {
  default: ['note', ''],
  primary: ['note', ''],
  secondary: ['note', ''],
  abstract: ['note', '摘要'],
  summary: ['note', '摘要'],
  tldr: ['note', '摘要'],
  todo: ['note', '待办'],
  seealso: ['note', '另见'],
  question: ['note', '问题'],
  help: ['note', '问题'],
  faq: ['note', '问题'],
  example: ['note', '例'],
  quote: ['note', '引用'],
  cite: ['note', '引用'],
  success: ['tip', '成功'],
  check: ['tip', '成功'],
  done: ['tip', '成功'],
  failure: ['caution', '失败'],
  fail: ['caution', '失败'],
  missing: ['caution', '失败'],
  bug: ['caution', '缺陷'],
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
 * The callout of ours for one of another program.
 *
 * `danger` → `caution` · `question` → `note` with the title 问题 · `gpu` → `note` with the title gpu
 */
export function calloutOf(type: string): { readonly name: CalloutName; readonly title: string } {
  const name = blockName(type);
  if (isCallout(name)) return { name, title: '' };
  const [meant, title] = foreign[type.toLowerCase()] ?? ['note', type];
  return { name: meant, title };
}
