import { en } from './en.ts';
import { type Words, zh } from './zh.ts';

/** A language that the interface speaks. */
export type Language = 'zh' | 'en';

/** The language of the interface for readers of a language: Chinese for `zh-CN`, English for all others. */
export const languageOf = (tag: string): Language => (/^zh\b/iu.test(tag) ? 'zh' : 'en');

/** Words of the interface for a language tag. In a page: `Astro.locals.words`. */
export const wordsOf = (tag: string): Words => ({ zh, en })[languageOf(tag)];
