import type { CssRule } from './css-rules.ts';

/** What of the font an element's text is set in, as the cascade computes it. */
export interface Font {
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
export const fontRulesOf = (rules: readonly CssRule[]): FontRule[] =>
  rules
    .flatMap((rule) => {
      const font = fontOf(rule);
      const isOfElements = (selector: string): boolean => !/[:@]/u.test(selector);
      if (Object.keys(font).length === 0) return [];
      return rule.selectors.filter(isOfElements).map((selector) => ({ steps: stepsOf(selector), font }));
    })
    .toSorted((a, b) => specificity(a) - specificity(b));

/** The first steps of a rule's selector. */
interface Beginning {
  readonly rule: FontRule;
  readonly steps: number;
}

/** Where an element stands, as far as font rules can tell: equal places are one. */
export interface Place {
  readonly font: Font;
  /** Beginnings of selectors that fit with the element as the last step. */
  readonly here: ReadonlySet<Beginning>;
  /** Those that fit with the element, or with one around it. */
  readonly around: ReadonlySet<Beginning>;
  /** Places of elements in it, by the kinds of their tags. */
  readonly inner: (Place | undefined)[];
}

/** What font rules see of a start tag. */
export interface TagKind {
  readonly tag: string;
  readonly classes: readonly string[];
  /** Its number; one for all tags that are the same to the rules. */
  readonly kind: number;
}

const fits = ({ tag, classes }: Step, element: Omit<TagKind, 'kind'>): boolean =>
  (tag === undefined || tag === element.tag) && classes.every((name) => element.classes.includes(name));

/** Computes the fonts of elements; each place, known by what rules have seen on the way to it, once. */
export class FontRules {
  readonly top: Place;
  readonly #rules: readonly FontRule[];
  /** By rule, the beginnings of its selector, the shortest first. */
  readonly #beginnings: ReadonlyMap<FontRule, readonly Beginning[]>;
  /** Numbers by what is counted. */
  readonly #numbers = new Map<unknown, number>();
  readonly #places = new Map<string, Place>();
  readonly #kinds = new Map<string, TagKind>();
  readonly #tags: ReadonlySet<string | undefined>;
  readonly #classes: ReadonlySet<string>;

  constructor(rules: readonly CssRule[]) {
    this.#rules = fontRulesOf(rules);
    const steps = this.#rules.flatMap((rule) => rule.steps);
    this.#tags = new Set(steps.map(({ tag }) => tag));
    this.#classes = new Set(steps.flatMap(({ classes }) => classes));
    this.#beginnings = new Map(
      this.#rules.map((rule) => [rule, rule.steps.map((_, place) => ({ rule, steps: place + 1 }))]),
    );
    const font = { family: '', weight: 400, style: 'normal' };
    this.top = this.#place(font, new Set(), new Set());
  }

  kindOf(tag: string, classes: readonly string[]): TagKind {
    const seen = {
      tag: this.#tags.has(tag) ? tag : '',
      classes: classes.filter((name) => this.#classes.has(name)).toSorted(),
    };
    const key = JSON.stringify(seen);
    const known = this.#kinds.get(key) ?? { ...seen, kind: this.#kinds.size };
    this.#kinds.set(key, known);
    return known;
  }

  /** The place of an element in another one. */
  enter(place: Place, element: TagKind): Place {
    return (place.inner[element.kind] ??= this.#enter(place, element));
  }

  #enter({ font, here: before, around }: Place, element: TagKind): Place {
    const here = new Set<Beginning>();
    const own: Partial<Font>[] = [];
    for (const rule of this.#rules) {
      const beginnings = this.#beginnings.get(rule) ?? [];
      for (const [index, step] of rule.steps.entries()) {
        const [shorter, longer] = [beginnings[index - 1], beginnings[index]];
        const isReached = !shorter || (step.isChild ? before : around).has(shorter);
        if (isReached && longer && fits(step, element)) here.add(longer);
      }
      const whole = beginnings.at(-1);
      if (whole && here.delete(whole)) own.push(rule.font);
    }
    return this.#place(Object.assign({}, font, ...own) as Font, here, around.union(here));
  }

  #place(font: Font, here: ReadonlySet<Beginning>, around: ReadonlySet<Beginning>): Place {
    const numbers = [here, around].map((set) => [...set].map((one) => this.#numberOf(one)).toSorted());
    const key = JSON.stringify([font, numbers]);
    const known = this.#places.get(key) ?? { font, here, around, inner: [] };
    this.#places.set(key, known);
    return known;
  }

  #numberOf(what: unknown): number {
    const number = this.#numbers.get(what) ?? this.#numbers.size;
    this.#numbers.set(what, number);
    return number;
  }
}
