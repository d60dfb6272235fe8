const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u));

/** Elements that run something, load a document, or change how the rest of the page is read. */
export const activeTags: ReadonlyMap<string, string> = new Map([
  ['script', 'what a page can do comes from the components of the site'],
  ['style', 'how a page looks comes from src/styles/'],
  ['link', 'how a page looks comes from src/styles/'],
  ['iframe', 'link to the page instead'],
  ['frame', 'link to the page instead'],
  ['frameset', 'link to the page instead'],
  ['fencedframe', 'link to the page instead'],
  ['portal', 'link to the page instead'],
  ['object', 'link to the file instead'],
  ['embed', 'link to the file instead'],
  ['applet', 'link to the file instead'],
  ['base', 'addresses on a page start at its own place'],
  ['meta', 'title, description and date belong into the front matter'],
  ['title', 'the title belongs into the front matter'],
  ['html', 'write only what stands inside of the article'],
  ['head', 'write only what stands inside of the article'],
  ['body', 'write only what stands inside of the article'],
  ['template', 'write its content where it is wanted'],
  ['noscript', 'articles read the same without scripts'],
  ['noembed', 'write its content where it is wanted'],
  ['noframes', 'write its content where it is wanted'],
  ['plaintext', 'use a code fence'],
  ['xmp', 'use a code fence'],
  ['foreignobject', 'use <text> inside of a drawing'],
  ['annotation-xml', 'write the formula as TeX'],
]);

/** Elements of HTML that an article may hold; inside of `<svg>` and `<math>` others are known. */
const passiveTags = words(`
  a abbr acronym address area article aside audio b bdi bdo big blockquote br button canvas caption center cite
  code col colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font
  footer form h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins kbd label legend li main map mark marquee math
  menu meter nav nobr ol optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp search
  section select slot small source span strike strong sub summary sup svg table tbody td textarea tfoot th thead
  time tr track tt u ul var video wbr
`);

/** Whether HTML has an element of that name; custom elements, `<my-card>`, count as known. */
export const isKnownTag = (name: string): boolean => passiveTags.has(name) || /^[a-z][^A-Z]*-/u.test(name);
