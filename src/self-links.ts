import type { Words } from './i18n/zh.ts';

/** What a link of a block to itself is called. */
export type SelfLinkWords = Words['selfLink'];

/** What may bear a link to itself besides headings. */
type Noun = Exclude<keyof SelfLinkWords, 'heading'>;

/** An element that is open where the page is being read. */
interface Frame {
  readonly id: string | undefined;
  readonly noun: Noun | undefined;
  /** Whether it has its link: its number, or one that was put in. */
  hasLink: boolean;
}

const nouns: Readonly<Record<string, Noun>> = {
  figure: 'figure',
  diagram: 'figure',
  table: 'table',
  code: 'listing',
};

const token =
  /<(\/?)(h[2-6]|figure|figcaption|section|div)\b((?:"[^"]*"|[^">])*)>|<span class="label-number">([^<]*)<\/span>/gu;

const attribute = (name: string, attributes: string): string | undefined =>
  new RegExp(` ${name}="([^"]*)"`, 'u').exec(attributes)?.[1];

/**
 * Gives the headings, figures, tables and listings of a printed article links to themselves. It is done as a
 * page is printed, so that they are there without JavaScript, and that feeds, search, excerpts and copies in
 * Markdown, which take the article and not the page, never meet them. A numbered block's number is the link;
 * all others get an empty one, whose sign comes from the style sheet: no text is added, none can be copied.
 *
 * `<h2 id="a">甲</h2>` → `<h2 id="a">甲<a class="self-link" href="#a" aria-label="链接到本节"></a></h2>` ·
 * `<figure id="fig-a" …><figcaption><span class="label-number">图 1</span>` → `…<a class="label-number" href="#fig-a">图 1</a>`
 *
 * Blocks without an id get one by their place: `listing-2`.
 */
export function withSelfLinks(html: string, words: SelfLinkWords): string {
  const start = html.indexOf(' data-article');
  if (start < 0) return html;
  const frames: Frame[] = [{ id: undefined, noun: undefined, hasLink: true }];
  const counts: Record<Noun, number> = { figure: 0, table: 0, listing: 0 };
  let heading: string | undefined;

  const link = (id: string, noun: keyof SelfLinkWords): string =>
    `<a class="self-link" href="#${id}" aria-label="${words[noun]}"></a>`;
  const nextId = (noun: Noun): string => {
    const id = `${noun}-${String((counts[noun] += 1))}`;
    return html.includes(` id="${id}"`) ? nextId(noun) : id;
  };
  /** The link that an open element is still owed. */
  const owed = (frame: Frame | undefined): string => {
    if (frame?.id === undefined || frame.noun === undefined || frame.hasLink) return '';
    frame.hasLink = true;
    return link(frame.id, frame.noun);
  };

  function opening(tag: string, attributes: string, whole: string): string {
    const id = attribute('id', attributes);
    if (tag.startsWith('h')) {
      heading = id;
      return whole;
    }
    const classes = attribute('class', attributes)?.split(' ') ?? [];
    const isInTable = frames.some(({ noun }) => noun === 'table');
    if (tag === 'section' && classes.includes('table-scroll') && !isInTable) {
      frames.push({ id, noun: undefined, hasLink: true });
      const own = id ?? nextId('table');
      return `${link(own, 'table')}<section${id === undefined ? ` id="${own}"` : ''}${attributes}>`;
    }
    const isInside = frames.at(-1)?.noun !== undefined;
    const named = classes.map((name) => nouns[name]).find((noun) => noun !== undefined);
    const noun = classes.includes('listing') ? 'listing' : tag === 'figure' && !isInside ? named : undefined;
    const own = noun !== undefined && id === undefined ? nextId(noun) : id;
    frames.push({ id: own, noun, hasLink: false });
    return own === id ? whole : `<${tag} id="${String(own)}"${attributes}>`;
  }

  function closing(tag: string, whole: string): string {
    if (tag.startsWith('h')) {
      const id = heading;
      heading = undefined;
      return id === undefined ? whole : link(id, 'heading') + whole;
    }
    return owed(frames.pop()) + whole;
  }

  const linked = html
    .slice(start)
    .replace(token, (whole, slash: string, tag: string | undefined, attributes: string, number: string) => {
      if (frames.length === 0) return whole;
      if (tag === 'figcaption') {
        // A caption must be the first or the last in its figure: below a figure the link goes into it.
        return slash && frames.at(-1)?.noun === 'figure' ? owed(frames.at(-1)) + whole : whole;
      }
      if (tag !== undefined) return slash ? closing(tag, whole) : opening(tag, attributes, whole);
      const around = frames.findLast(({ id }) => id !== undefined);
      if (around?.id === undefined) return whole;
      around.hasLink = true;
      return `<a class="label-number" href="#${around.id}">${number}</a>`;
    });
  return html.slice(0, start) + linked;
}
