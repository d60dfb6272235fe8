/** One work named in a citation. */
export interface CitationItem {
  readonly key: string;
  /** Offset of the key in the text. */
  readonly offset: number;
  /** Whether the authors are left out: `[-@key]`. */
  readonly suppressAuthor: boolean;
  readonly prefix: string;
  /** Place in the work, in the author's words: `第 3 节`. */
  readonly locator: string;
}

/** A citation in a text, from `start` up to `end`. */
export interface FoundCitation {
  readonly start: number;
  readonly end: number;
  /** `narrative` is `@key` as a part of the sentence. */
  readonly kind: 'bracketed' | 'narrative';
  readonly items: readonly CitationItem[];
  /** Parts between semicolons that name no work. */
  readonly strays: readonly { readonly text: string; readonly offset: number }[];
}

const bracketed = /\[(?<body>[^[\]]*@[^[\]]*)\]/gu;
const part =
  /^(?<prefix>[^@]*?)(?<dash>-?)@(?<key>[^\s,，、;；@]+)(?:\s*[,，]\s*|\s+|$)(?<locator>[\s\S]*)$/u;
// An ASCII key ends where Chinese text begins; an address such as a@b.c is none.
const narrative = /(?<![\w.+\-/@\\])@(?<key>\w(?:[\w:.#$%&+?~/-]*\w)?)/gu;

const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The parts of a bracket between semicolons, with their offsets. */
function partsOf(body: string, offset: number): { text: string; offset: number }[] {
  let at = offset;
  return body.split(/[;；]/u).map((text) => {
    const found = { text, offset: at };
    at += text.length + 1;
    return found;
  });
}

function readPart(text: string, offset: number): CitationItem | undefined {
  const match = part.exec(text);
  const { prefix = '', dash = '', key: written = '', locator = '' } = match?.groups ?? {};
  const key = written.replace(/[.:!?。：！？]+$/u, '');
  if (!match || key === '') return undefined;
  return {
    key,
    offset: offset + prefix.length + dash.length + 1,
    suppressAuthor: dash === '-',
    prefix: tidy(prefix),
    locator: tidy(locator),
  };
}

/** The longest beginning of what was written that is a known key: `hu2021lora-based` → `hu2021lora`. */
function knownBeginning(written: string, isKnown: (key: string) => boolean): string {
  for (let key = written; key !== ''; key = key.replace(/(?:^|[^A-Za-z0-9_]+)\w*$/u, '')) {
    if (isKnown(key)) return key;
  }
  return written;
}

/**
 * Finds citations in a stretch of text. Whether a narrative key is a citation at all is left to the
 * caller: `@someone` may just be a name.
 *
 * `见 [@a; @b, 第 3 节] 与 @c。` → bracketed `a`, `b` with locator `第 3 节`; narrative `c`
 */
export function findCitations(text: string, isKnown: (key: string) => boolean): FoundCitation[] {
  const found: FoundCitation[] = [];
  for (const match of text.matchAll(bracketed)) {
    const body = match.groups?.body ?? '';
    const parts = partsOf(body, match.index + 1);
    const items = parts.flatMap(({ text: one, offset }) => readPart(one, offset) ?? []);
    const opensWithKey = /^\s*-?@/u.test(body);
    // `[参见 @a]` is a citation only where the key is known; else it is text in brackets.
    if (items.length === 0 || !(opensWithKey || items.some(({ key }) => isKnown(key)))) continue;
    const strays = parts.filter(({ text: one, offset }) => !readPart(one, offset));
    const end = match.index + match[0].length;
    found.push({ start: match.index, end, kind: 'bracketed', items, strays });
  }
  const taken = [...found];
  for (const match of text.matchAll(narrative)) {
    const start = match.index;
    if (taken.some((other) => start >= other.start && start < other.end)) continue;
    const key = knownBeginning(match.groups?.key ?? '', isKnown);
    const item = { key, offset: start + 1, suppressAuthor: false, prefix: '', locator: '' };
    found.push({ start, end: start + 1 + key.length, kind: 'narrative', items: [item], strays: [] });
  }
  return found.toSorted((a, b) => a.start - b.start);
}
