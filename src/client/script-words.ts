import type { ScriptWords } from '../i18n/zh.ts';

/** Words in the page's language that scripts need at once; they stand in the page. */
export const scriptWords = (): ScriptWords =>
  JSON.parse(document.documentElement.dataset.words ?? '{}') as ScriptWords;
