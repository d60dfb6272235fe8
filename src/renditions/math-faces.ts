import { type CssFace, readFaces, readRules } from './css-rules.ts';
import { type Font, FontRules, type Place, type TagKind } from './font-rules.ts';

/** What some formulas use, as plain data. */
export interface MathUse {
  readonly classes: readonly string[];
  /** Characters by the number of the face that sets them. */
  readonly characters: readonly (readonly [face: number, characters: string])[];
}

/** A start tag as it stands in the HTML of formulas, read once. */
interface Tag {
  readonly kind: TagKind;
  /** Its classes that the stylesheet names. */
  readonly classes: readonly string[];
  /** Whether MathML begins here. */
  readonly isMath: boolean;
}

const entity = /&(?:#x([\da-f]+)|amp|lt|gt|quot);/giu;
const named: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' };

const decoded = (text: string): string =>
  text.replace(entity, (whole, code?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : (named[whole.toLowerCase()] ?? whole),
  );

function addTo(all: Map<CssFace, Set<string>>, face: CssFace | undefined, text: string): void {
  if (!face) return;
  const known = all.get(face) ?? new Set();
  for (const character of text) known.add(character);
  all.set(face, known);
}

const slash = 0x2f;

/** Finds out which characters of which faces formulas use, and which classes. */
export class MathFaces {
  readonly faces: readonly CssFace[];
  /** Classes of the stylesheet that the formulas bear. */
  readonly classes = new Set<string>();
  readonly #characters = new Map<CssFace, Set<string>>();
  readonly #rules: FontRules;
  readonly #named: ReadonlySet<string>;
  readonly #tags = new Map<string, Tag>();
  /** Faces by the fonts of places. */
  readonly #facesOf = new Map<Font, CssFace | undefined>();

  /** @param css KaTeX's stylesheet. */
  constructor(css: string) {
    this.faces = readFaces(css);
    const rules = readRules(css);
    this.#rules = new FontRules(rules);
    const selectors = rules.flatMap((rule) => rule.selectors).join(' ');
    this.#named = new Set([...selectors.matchAll(/\.([\w-]+)/gu)].map(([, name = '']) => name));
  }

  /** Characters by the face that sets them, in the order of the stylesheet, whatever that of the formulas. */
  get characters(): ReadonlyMap<CssFace, ReadonlySet<string>> {
    return new Map(
      this.faces.flatMap((face) => {
        const own = this.#characters.get(face);
        return own ? [[face, own] as const] : [];
      }),
    );
  }

  /** What the HTML of formulas uses, but not its MathML, which no face of KaTeX's sets. */
  useOf(formulas: Iterable<string>): MathUse {
    const tags = new Set<Tag>();
    const texts = new Map<Font, Set<string>>();
    for (const html of formulas) this.#read(html, tags, texts);
    const characters = new Map<CssFace, Set<string>>();
    for (const [font, own] of texts) addTo(characters, this.#facesOf.get(font), decoded([...own].join('')));
    return {
      classes: [...new Set([...tags].flatMap(({ classes }) => classes))],
      characters: [...characters].map(([face, own]) => [this.faces.indexOf(face), [...own].join('')]),
    };
  }

  /** Counts in what formulas use. */
  add({ classes, characters }: MathUse): void {
    for (const name of classes) this.classes.add(name);
    for (const [face, own] of characters) addTo(this.#characters, this.faces[face], own);
  }

  /** Counts characters in that a face is to have in any case. */
  keep(family: string, style: string, characters: string): void {
    addTo(this.#characters, this.#faceOf({ family, style, weight: 400 }), characters);
  }

  /** Goes through HTML from tag to tag: there are some ten thousand of them in an article. */
  #read(html: string, tags: Set<Tag>, texts: Map<Font, Set<string>>): void {
    let place = this.#rules.top;
    const outer: Place[] = [];
    let from = 0;
    for (let start = html.indexOf('<'); start >= 0; start = html.indexOf('<', from)) {
      if (start > from) this.#note(place.font, html.slice(from, start), texts);
      const end = html.indexOf('>', start);
      from = end < 0 ? html.length : end + 1;
      if (html.charCodeAt(start + 1) === slash) {
        place = outer.pop() ?? place;
        continue;
      }
      const tag = this.#tagOf(html.slice(start + 1, from - 1));
      if (tag.isMath) {
        const close = html.indexOf('</math>', from);
        from = close < 0 ? html.length : close + '</math>'.length;
        continue;
      }
      tags.add(tag);
      outer.push(place);
      place = this.#rules.enter(place, tag.kind);
    }
  }

  #tagOf(source: string): Tag {
    const known = this.#tags.get(source);
    if (known) return known;
    const names = /\bclass="([^"]*)"/u.exec(source)?.[1]?.split(/\s+/u) ?? [];
    const name = /^\w*/u.exec(source)?.[0] ?? '';
    const classes = names.filter((one) => this.#named.has(one));
    const tag = { kind: this.#rules.kindOf(name, names), classes, isMath: name === 'math' };
    this.#tags.set(source, tag);
    return tag;
  }

  #note(font: Font, text: string, texts: Map<Font, Set<string>>): void {
    if (!this.#facesOf.has(font)) this.#facesOf.set(font, this.#faceOf(font));
    if (!this.#facesOf.get(font)) return;
    const known = texts.get(font) ?? new Set();
    known.add(text);
    texts.set(font, known);
  }

  /** The face that a browser takes: of the family, the style first and then the weight. */
  #faceOf({ family, weight, style }: Font): CssFace | undefined {
    const distance = (face: CssFace): number =>
      (face.style === style ? 0 : 1000) + Math.abs(face.weight - weight);
    return this.faces
      .filter((face) => face.family === family)
      .toSorted((a, b) => distance(a) - distance(b))[0];
  }
}
