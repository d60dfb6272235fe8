import { searchWords } from './search-en.ts';
import type { Words } from './zh.ts';

// One for all numbers: making it takes a hundred times as long as using it.
const numbers = new Intl.NumberFormat('en');
const number = (value: number): string => numbers.format(value);

const count = (value: number, noun: string): string => `${number(value)} ${noun}${value === 1 ? '' : 's'}`;

const dateFormat = (options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  return (day: string): string => format.format(new Date(day));
};

/** Words of the interface in English. */
export const en: Words = {
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  language: 'Language',
  search: 'Search',
  theme: { label: 'Theme', auto: 'System', light: 'Light', dark: 'Dark' },
  feed: 'Feeds:',
  pagination: 'Pages',
  page: (page) => `Page ${String(page)}`,
  newerPage: 'Previous',
  olderPage: 'Next',
  date: dateFormat({ dateStyle: 'medium' }),
  dayOfYear: dateFormat({ month: 'short', day: '2-digit' }),
  minutes: (minutes) => `${number(minutes)} min`,
  length: (han, words) =>
    han === 0 ? count(words, 'word') : `${number(han)} characters + ${count(words, 'word')}`,
  published: 'Published',
  updated: 'Updated',
  draft: 'Draft',
  figureOnPage: 'This figure is interactive: see it on the page ↗',
  contents: 'Contents',
  continueReading: 'Continue at',
  close: 'Close',
  tags: 'Tags',
  tagged: (tag) => `Tag: ${tag}`,
  allTags: (tags) => `Tags: ${tags.join(', ')}`,
  articles: (articles) => count(articles, 'article'),
  articlesTitle: 'Articles',
  archive: 'Archive',
  about: 'About',
  manual: 'Manual',
  manualText: (site) => `How to write, check and publish articles with ${site}, and how it is made.`,
  stepsInManual: 'Pages before and after',
  previousInManual: 'Previous page',
  nextInManual: 'Next page',
  series: 'Series',
  allSeries: (titles) => `Series: ${titles.join(', ')}`,
  seriesNamed: (title) => `Series: ${title}`,
  numberInSeries: (position) => `Part ${number(position)}`,
  placeInSeries: (position, total) => `Part ${number(position)} of ${number(total)}`,
  wholeSeries: (total) => `All ${count(total, 'part')}`,
  previousInSeries: 'Previous in series',
  nextInSeries: 'Next in series',
  related: 'Related articles',
  inCommon: (names) => `Both on: ${names.join(', ')}`,
  neighbours: 'By date',
  socialImage: (title: string): string => `${title}: the title above a signal waveform`,
  olderArticle: 'Older',
  newerArticle: 'Newer',
  citeThis: 'Cite this article',
  printedLinks: 'Links',
  onTheWeb: 'Read on the web',
  bookAccess:
    'All text can be reflowed and has headings; formulas are MathML, figures have descriptions, and nothing sounds or flashes.',
  editPage: 'Edit this page',
  notTranslated: (language) =>
    `This article has not been translated into English yet. Below is the original, in ${language}.`,
  notFound: 'No signal from this address',
  notFoundText:
    'The link may be mistyped, or the article has moved. Go back to the latest updates, or search for what you want.',
  moved: 'This page has moved',
  movedTo: 'It is now at',
  offline: 'No connection',
  offlineText:
    'This page has not been read here before, so there is no copy of it. Open the address again once there is a connection.',
  offlineKept: 'Readable offline',
  offlineNone: 'No article has been read yet. Those that have been stay here.',
  backHome: 'Back to the latest updates',
  suggestions: 'Perhaps you are looking for',
  searchFailed: 'Search did not load',
  searchDescription: 'Search in English, Chinese, pinyin or formulas.',
  searchField: searchWords.field,
  searchPlaceholder: searchWords.placeholder,
  searchNeedsScript: 'Search needs JavaScript. Without it, look here:',
  aboutText: (articles, tags) => [
    [
      `There ${articles === 1 ? 'is' : 'are'} ${count(articles, 'article')} so far`,
      ...(tags > 0
        ? [`, under ${number(tags)} `, { text: tags === 1 ? 'tag' : 'tags', path: '/tags/' }]
        : []),
      '.',
    ],
    [
      'The waveforms are computed from the text of each article: it is cut into stretches of equal length, and the denser a stretch is with formulas, numbers and terms, the larger its amplitude.',
    ],
    [
      'This site loads nothing from third parties, sets no cookies and counts no visits. To follow it, use ',
      { text: 'RSS', path: '/rss.xml' },
      ', ',
      { text: 'Atom', path: '/atom.xml' },
      ' or ',
      { text: 'JSON Feed', path: '/feed.json' },
      '.',
    ],
  ],
  selfLink: {
    heading: 'Link to this section',
    figure: 'Link to this figure',
    table: 'Link to this table',
    listing: 'Link to this listing',
  },
  script: {
    copy: 'Copy',
    copied: 'Copied',
    notCopied: 'Could not copy',
    tabs: 'Options',
    formulaMenu: 'Formula',
    copyTex: 'Copy TeX',
    copyLink: 'Copy link',
    searchFormula: 'Search for this formula',
  },
};
