/** The feeds of each locale: all three hold the same articles. Paths are without base path and locale. */
export const feedFormats = [
  { name: 'RSS', type: 'application/rss+xml', path: '/rss.xml' },
  { name: 'Atom', type: 'application/atom+xml', path: '/atom.xml' },
  { name: 'JSON Feed', type: 'application/feed+json', path: '/feed.json' },
] as const;
