import type { Language } from './i18n/words.ts';
import type { Words } from './i18n/zh.ts';
import type { Locale } from './schemas/site.ts';

declare global {
  namespace App {
    /** What the middleware tells every page and component: `const { locale, words } = Astro.locals`. */
    interface Locals {
      /** The locale of the page, from its address. */
      locale: Locale;
      /** Words of the interface in its language. */
      words: Words;
      /** Language that the article of the page is written in. */
      writing: Language;
      /** Rules for this page alone, which are linked after all others. */
      styles: string;
      /** The address of a file with data for scripts, in the locale of the page; `terms` → `/_assets/terms-zh-….json` */
      fileOf: (name: string, data: object) => string;
    }
  }
}
