import { type CssFace, type CssRule, readFaces, readRules } from './css-rules.ts';

/** What of the font an element's text is set in, as the cascade computes it. */
interface Font {
  readonly family: string;
  readonly weight: number;
  readonly style: string;
}

/** `.delimsizing.mult`, `>span`: one step of a selector. */
interface Step {
  readonly tag: string | undefined;
  readonly classes: readonly string[];
  /** Whether the step before it must match the parent and not just any ancestor. */
  readonly isChild: boolean;
}

interface FontRule {
  readonly steps: readonly Step[];
  readonly font: Partial<Font>;
}

/** What some formulas use, as plain data. */
export interface MathUse {
  readonly classes: readonly string[];
  /** Characters by the number of the face that sets them. */
  readonly characters: readonly (readonly [face: number, characters: string])[];
}

/** An element of KaTeX's output, known by those around it; equal places are one. */
interface Place {
  readonly parent: Place | undefined;
  readonly tag: string;
  readonly classes: readonly string[];
  readonly face: CssFace | undefined;
  readonly font: Font;
  readonly inner: Map<string, Place>;
}

const weightOf = (value: string): number => (value === 'bold' ? 700 : Number(value) || 400);

/** The part of a rule that sets a font; `font: normal 1.21em KaTeX_Main, serif` sets all of it. */
function fontOf({ declarations }: CssRule): Partial<Font> {
  const { font, 'font-family': family, 'font-weight': weight, 'font-style': style } = declarations;
  const [, before = '', families] = /^(.*?)[\d.]+(?:em|px|rem|%)\S*\s+(.+)$/u.exec(font ?? '') ?? [];
  return {
    ...(families ? { weight: /\bbold\b/u.test(before) ? 700 : 400 } : {}),
    ...(families ? { style: /\bitalic\b/u.test(before) ? 'italic' : 'normal' } : {}),
    ...((family ?? families) ? { family: (family ?? families ?? '').split(',', 1)[0] ?? '' } : {}),
    ...(weight ? { weight: weightOf(weight) } : {}),
    ...(style ? { style } : {}),
  };
}

const stepsOf = (selector: string): Step[] =>
  [...selector.matchAll(/(>?)\s*([^\s>]+)/gu)].map(([, child, compound = '']) => ({
    tag: /^\w+/u.exec(compound)?.[0],
    classes: [...compound.matchAll(/\.([\w-]+)/gu)].map(([, name = '']) => name),
    isChild: child === '>',
  }));

const specificity = ({ steps }: FontRule): number =>
  steps.reduce((sum, { tag, classes }) => sum + 100 * classes.length + (tag ? 1 : 0), 0);

/** Rules that set a font, the strongest last. */
const fontRulesOf = (rules: readonly CssRule[]): FontRule[] =>
  rules
    .flatMap((rule) => {
      const font = fontOf(rule);
      const isOfElements = (selector: string): boolean => !/[:@]/u.test(selector);
      if (Object.keys(font).length === 0) return [];
      return rule.selectors.filter(isOfElements).map((selector) => ({ steps: stepsOf(selector), font }));
    })
    .toSorted((a, b) => specificity(a) - specificity(b));

function matches(place: Place, steps: readonly Step[]): boolean {
  const step = steps.at(-1);
  if (!step) return true;
  if (step.tag && step.tag !== place.tag) return false;
  if (!step.classes.every((name) => place.classes.includes(name))) return false;
  const rest = steps.slice(0, -1);
  if (rest.length === 0) return true;
  for (let { parent } = place; parent; parent = parent.parent) {
    if (matches(parent, rest)) return true;
    if (step.isChild) return false;
  }
  return false;
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

const token = /<(\/?)([a-z]+)([^>]*)>|([^<]+)/gu;

/** Finds out which characters of which faces formulas use, and which classes. */
export class MathFaces {
  readonly faces: readonly CssFace[];
  /** Classes that the formulas bear. */
  readonly classes = new Set<string>();
  readonly #characters = new Map<CssFace, Set<string>>();
  readonly #rules: readonly FontRule[];
  readonly #top: Place;

  /** @param css KaTeX's stylesheet. */
  constructor(css: string) {
    this.faces = readFaces(css);
    this.#rules = fontRulesOf(readRules(css));
    const font = { family: '', weight: 400, style: 'normal' };
    this.#top = { parent: undefined, tag: '', classes: [], face: undefined, font, inner: new Map() };
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
    const classes = new Set<string>();
    const characters = new Map<CssFace, Set<string>>();
    for (const html of formulas) {
      let place = this.#top;
      for (const [, end, tag, attributes = '', text] of html
        .replace(/<math.*?<\/math>/gsu, '')
        .matchAll(token)) {
        if (text !== undefined) addTo(characters, place.face, decoded(text));
        else if (end) place = place.parent ?? place;
        else {
          place = this.#enter(place, tag ?? '', /\bclass="([^"]*)"/u.exec(attributes)?.[1] ?? '');
          for (const name of place.classes) classes.add(name);
        }
      }
    }
    return {
      classes: [...classes],
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

  #enter(parent: Place, tag: string, names: string): Place {
    const key = `${tag} ${names}`;
    const known = parent.inner.get(key);
    if (known) return known;
    const classes = names.split(/\s+/u).filter((name) => name !== '');
    const bare = { parent, tag, classes, face: undefined, font: parent.font, inner: new Map() };
    const own = this.#rules.filter(({ steps }) => matches(bare, steps)).map(({ font }) => font);
    const font = Object.assign({}, parent.font, ...own) as Font;
    const place = { ...bare, font, face: this.#faceOf(font) };
    parent.inner.set(key, place);
    return place;
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
