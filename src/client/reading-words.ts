/**
 * Words of cards and the like in the page's language; those of the other language are not loaded. Modules
 * that import them wait until they are there.
 */
export const { readingWords: words } = /^zh\b/iu.test(document.documentElement.lang)
  ? await import('../i18n/reading-zh.ts')
  : await import('../i18n/reading-en.ts');
