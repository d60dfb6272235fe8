/**
 * Words of the search in the page's language; those of the other language are not loaded. Modules that
 * import them wait until they are there.
 */
export const { searchWords: words } = /^zh\b/iu.test(document.documentElement.lang)
  ? await import('../i18n/search-zh.ts')
  : await import('../i18n/search-en.ts');
