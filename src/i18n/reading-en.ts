import type { ReadingWords } from './reading-zh.ts';

/** Words of what stands over and beside an article in English. */
export const readingWords: ReadingWords = {
  pin: 'Pin',
  close: 'Close',
  goTo: 'Go there',
  shape: 'Shape',
  uses: (count) => `${String(count)} ${count === 1 ? 'use' : 'uses'} on this page, marked`,
  section: (title) => `Section: ${title}`,
  symbols: 'Symbols of the formula',
  terms: 'Terms of this section',
  search: (name) => `Search “${name}”`,
  note: (number) => `Note ${number}`,
  enlarge: 'Enlarge',
  enlarged: 'Enlarged figure',
  actualSize: 'Actual size',
};
