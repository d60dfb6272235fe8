/** What may follow the closing sign of a display formula on its line: a label, punctuation, a line break. */
const label = String.raw`\{#(?<ID>[^\s{}#]+)[^{}\n]*\}`;
const tail = new RegExp(
  String.raw`^[ \t]*(?:${label.replace('ID', 'first')})?[ \t]*(?<punctuation>[.,;:!?。，；：、！？．]{1,3})?[ \t]*(?:${label.replace('ID', 'second')})?[ \t]*(?:\\|<br\s*/?>)?[ \t\r]*(?:\n|$)`,
  'u',
);

/** What follows a display formula on its line and belongs to it. */
export interface FormulaTail {
  /** Length in UTF-16 code units, without the line break. */
  readonly length: number;
  /** Label without `#`, as written. */
  readonly label: string | undefined;
  readonly punctuation: string;
}

/**
 * Reads what follows the closing sign; nothing where other text follows.
 *
 * ` {#eq-lora}` → label `eq-lora` · `，` → punctuation `，` · ` 其中` → nothing
 */
export function formulaTail(text: string): FormulaTail | undefined {
  const match = tail.exec(text);
  if (!match?.groups) return undefined;
  const { first, second, punctuation = '' } = match.groups;
  return { length: match[0].replace(/\r?\n$/u, '').length, label: first ?? second, punctuation };
}

/** What ends a formula and lets punctuation stand before it. */
const rowsEnd =
  /(?:\s*(?:\\\\|\\end\s*\{(?:align|aligned|alignat|alignedat|gather|gathered|split|equation|multline|flalign|eqnarray|subequations)\*?\}|\\(?:label|tag\*?)\s*\{[^{}]*\}))*\s*$/u;

/**
 * Sets punctuation that follows a formula at the end of its last row.
 *
 * `x = y` with `，` → `x = y\text{，}` · `…c\end{aligned}` with `.` → `…c.\end{aligned}`
 */
export function withPunctuation(tex: string, punctuation: string): string {
  if (punctuation === '') return tex;
  const at = rowsEnd.exec(tex)?.index ?? tex.length;
  const before = tex.slice(0, at);
  const lastLine = before.slice(before.lastIndexOf('\n') + 1);
  const comment = /(?<!\\)%/u.test(lastLine) ? '\n' : '';
  const sign = /^[\x20-\x7E]*$/u.test(punctuation) ? punctuation : `\\text{${punctuation}}`;
  return `${before}${comment}${sign}${tex.slice(at)}`;
}
