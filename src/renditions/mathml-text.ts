import type { Element, ElementContent } from 'hast';

const superscripts = new Map(
  Object.entries({
    ...{ 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' },
    ...{ '+': '⁺', '-': '⁻', '−': '⁻', '=': '⁼', '(': '⁽', ')': '⁾', n: 'ⁿ', i: 'ⁱ' },
    ...{ '⊤': 'ᵀ', T: 'ᵀ', '′': '′', '″': '″', '*': '*', '∗': '*' },
  }),
);
const subscripts = new Map(
  Object.entries({
    ...{ 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉' },
    ...{ '+': '₊', '-': '₋', '−': '₋', '=': '₌', '(': '₍', ')': '₎' },
    ...{ a: 'ₐ', e: 'ₑ', h: 'ₕ', i: 'ᵢ', j: 'ⱼ', k: 'ₖ', l: 'ₗ', m: 'ₘ', n: 'ₙ', o: 'ₒ' },
    ...{ p: 'ₚ', r: 'ᵣ', s: 'ₛ', t: 'ₜ', u: 'ᵤ', v: 'ᵥ', x: 'ₓ', β: 'ᵦ', γ: 'ᵧ', ρ: 'ᵨ' },
  }),
);
const combining = new Map([
  ['^', '\u0302'],
  ['ˆ', '\u0302'],
  ['~', '\u0303'],
  ['˜', '\u0303'],
  ['ˉ', '\u0304'],
  ['¯', '\u0304'],
  ['‾', '\u0304'],
  ['˙', '\u0307'],
  ['¨', '\u0308'],
  ['→', '\u20D7'],
  ['⃗', '\u20D7'],
]);

const oddDoubleStruck = new Map(Object.entries({ C: 'ℂ', H: 'ℍ', N: 'ℕ', P: 'ℙ', Q: 'ℚ', R: 'ℝ', Z: 'ℤ' }));

/** Blackboard bold capitals: `R` → `ℝ`. */
const doubleStruck = (text: string): string =>
  text.replace(
    /[A-Z]/gu,
    (letter) => oddDoubleStruck.get(letter) ?? String.fromCodePoint(0x1d538 + letter.charCodeAt(0) - 65),
  );

/** Operators with a blank on both sides. */
const spaced = /^[=<>≤≥≪≫≈≡∼≃≅∝∈∉∋⊂⊆⊃⊇→←↔⇒⇐⇔↦⟶⟹:+−±∓×⋅∘⊙⊗⊕∪∩∧∨∣≠≜≔|]$/u;
/** Of these, the ones that are signs where nothing stands before them. */
const prefixable = /^[+−±∓]$/u;
const invisible = /[\u2061-\u2064\u200B\uFEFF]/gu;

const isElement = (node: ElementContent): node is Element => node.type === 'element';

const partsOf = (element: Element): Element[] => element.children.filter(isElement);

function rawText({ children }: Element): string {
  let text = '';
  for (const child of children) {
    if (child.type === 'text') text += child.value;
    else if (isElement(child)) text += rawText(child);
  }
  return text.replace(invisible, '');
}

/** Whether a part needs brackets as a factor: `a+b` does, `αr`, `W₀` and `f(x)` do not. */
const isAtom = (text: string): boolean =>
  /^(?:[^\s/+−]+|\((?:[^()]*)\)|\|[^|]*\|)$/u.test(text) && !/[=<>,]/u.test(text);

const bracketed = (text: string): string => (isAtom(text) ? text : `(${text})`);

function script(text: string, letters: ReadonlyMap<string, string>, mark: '^' | '_'): string {
  const compact = text.replaceAll(' ', '');
  if (compact === '') return '';
  const mapped = [...compact].map((letter) => letters.get(letter));
  if (mapped.every((letter) => letter !== undefined)) return mapped.join('');
  if ([...compact].length === 1) return `${mark}${compact}`;
  return `${mark}(${/\p{L}{2,} /u.test(text) ? text : compact})`;
}

const superscript = (text: string): string => script(text, superscripts, '^');
const subscript = (text: string): string => script(text, subscripts, '_');

function operator(element: Element, isFirst: boolean): string {
  const sign = rawText(element);
  if (element.properties.stretchy === 'false' && sign === '|') return sign;
  if (!spaced.test(sign)) return sign === ',' || sign === ';' ? `${sign} ` : sign;
  // KaTeX writes a colon or bar that is punctuation without space around it.
  if (element.properties.lspace === '0em' && element.properties.rspace === '0em') return sign;
  return isFirst && prefixable.test(sign) ? sign : ` ${sign} `;
}

/** Whether an element is a name of several letters, which must not run into its neighbours. */
const isWord = (element: Element | undefined): boolean =>
  (element?.tagName === 'mi' || element?.tagName === 'mtext') && /^\p{L}{2,}$/u.test(rawText(element));

function row(elements: readonly Element[]): string {
  const parts = elements.filter((element) => element.tagName !== 'mo' || rawText(element) !== '');
  let text = '';
  for (const [index, element] of parts.entries()) {
    const before = parts[index - 1];
    const after = parts[index + 1];
    let next: string;
    if (element.tagName === 'mo') {
      next = operator(element, /(?:^|[([{|=,⟨⌊⌈ ])$/u.test(text));
    } else {
      next = textOf(element);
      const isFactor = [before, after].some((other) => other !== undefined && other.tagName !== 'mo');
      if (element.tagName === 'mfrac' && isFactor) next = `(${next})`;
    }
    const apart =
      (isWord(element) && /[\p{L}\d)]$/u.test(text)) || (isWord(before) && /^[\p{L}\d√]/u.test(next));
    text += apart ? ` ${next}` : next;
  }
  return text;
}

function accent(base: string, mark: string): string {
  const sign = combining.get(mark.trim());
  if (sign === undefined) return '';
  return [...base].length === 1 ? `${base}${sign}` : '';
}

function table(element: Element): string {
  const rows = partsOf(element)
    .filter(({ tagName }) => tagName === 'mtr' || tagName === 'mlabeledtr')
    .map((line) =>
      partsOf(line)
        .map((cell) => row(partsOf(cell)).trim())
        .filter((cell) => cell !== '')
        .join(' '),
    );
  return rows.filter((line) => line !== '').join('; ');
}

/** Text of one MathML element. */
function textOf(element: Element): string {
  const parts = partsOf(element);
  const part = (index: number): string => {
    const found = parts[index];
    return found ? textOf(found) : '';
  };
  switch (element.tagName) {
    case 'mi':
    case 'mn':
      return element.properties.mathvariant === 'double-struck'
        ? doubleStruck(rawText(element))
        : rawText(element);
    case 'ms':
    case 'mtext':
      return rawText(element).replaceAll('\u00A0', ' ');
    case 'mo':
      return operator(element, false);
    case 'mspace':
      return Number.parseFloat(String(element.properties.width ?? '0')) >= 0.2 ? ' ' : '';
    case 'mfrac':
      // A binomial is a fraction without a line.
      if (String(element.properties.linethickness).startsWith('0')) return `C(${part(0)}, ${part(1)})`;
      return `${bracketed(part(0).trim())}/${bracketed(part(1).trim())}`;
    case 'msqrt':
      return `√${bracketed(row(parts).trim())}`;
    case 'mroot':
      return `${superscript(part(1))}√${bracketed(part(0).trim())}`;
    case 'msub':
    case 'munder':
      return `${part(0)}${subscript(part(1).trim())}`;
    case 'msup':
      return `${part(0)}${superscript(part(1).trim())}`;
    case 'mover': {
      const base = part(0);
      const mark = part(1);
      return accent(base, mark) || `${base}${superscript(mark.trim())}`;
    }
    case 'msubsup':
    case 'munderover':
      return `${part(0)}${subscript(part(1).trim())}${superscript(part(2).trim())}`;
    case 'mtable':
      return table(element);
    case 'mphantom':
    case 'annotation':
      return '';
    default:
      return row(parts);
  }
}

/**
 * Writes MathML as one readable line of Unicode.
 *
 * `h = W_0x + \frac{\alpha}{r}BAx` → `h = W₀x + α/rBAx`
 *
 * Scripts without a Unicode letter keep the mark of TeX: `x_(max)`, `e^(−λt)`.
 */
export function mathmlToText(math: Element): string {
  return (
    textOf(math)
      // \binom brings brackets of its own.
      .replace(/\((C\([^()]*\))\)/gu, '$1')
      .replace(/\s+/gu, ' ')
      .trim()
      .normalize('NFC')
  );
}
