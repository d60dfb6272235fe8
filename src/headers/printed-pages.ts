import { createHash } from 'node:crypto';
import { notePage } from '../page-notes.ts';
import { processWide } from '../process-wide.ts';
import { type ForeignSources, type InlineHashes, pagePolicy, policyText } from './content-policy.ts';
import { inlineHashes } from './inline-hashes.ts';

/** What the printed pages of a build need beside themselves. */
interface PrintedPages {
  readonly scripts: Set<string>;
  readonly styles: Set<string>;
  /** Style sheets of formulas and data for scripts, by the name of their file. */
  readonly files: Map<string, string>;
}

const printed = (): PrintedPages =>
  processWide('printedPages', () => ({ scripts: new Set(), styles: new Set(), files: new Map() }));

/** What stands before the names of style sheets of formulas. */
export const formulaSheet = 'formulas-';

const hashOf = (content: string): string =>
  createHash('sha256').update(content).digest('base64url').slice(0, 8);

function keep(name: string, content: string): string {
  printed().files.set(name, content);
  notePage({ kind: 'file', name });
  return name;
}

/**
 * Keeps a style sheet for {@link takePrintedPages}.
 *
 * @returns the name of its file, the same for the same rules.
 */
export const keepSheet = (css: string): string => keep(`${formulaSheet}${hashOf(css)}.css`, css);

/** Data that many pages share, so that it is written out once. */
const dataFiles = new WeakMap<object, { readonly name: string; readonly content: string }>();

/** Keeps plain data as JSON, as {@link keepSheet} does; `terms-zh` → `terms-zh-….json` */
export function keepData(name: string, data: object): string {
  let file = dataFiles.get(data);
  if (!file) {
    const content = JSON.stringify(data);
    file = { name: `${name}-${hashOf(content)}.json`, content };
    dataFiles.set(data, file);
  }
  return keep(file.name, file.content);
}

/** Keeps a file that was kept in an earlier build; says whether its content is what its name says. */
export function keepAgain(name: string, content: string): boolean {
  const isSame = name.includes(`-${hashOf(content)}.`);
  if (isSame) keep(name, content);
  return isSame;
}

/** Keeps hashes of what stands inline in a page for {@link takePrintedPages}. */
export function keepInline({ scripts, styles }: InlineHashes): void {
  for (const hash of scripts) printed().scripts.add(hash);
  for (const hash of styles) printed().styles.add(hash);
  notePage({ kind: 'inline', scripts, styles });
}

/**
 * Puts a page's own policy at the start of its head, for hosts that send no headers.
 *
 * Only what stands in the head, which layouts print, may be inline: were a script to slip into an article,
 * the policy would still stop it. Where the settings trust the content, it covers the whole page.
 */
export function withPolicy(html: string, trusted: boolean, foreign: ForeignSources): string {
  const end = html.indexOf('</head>');
  const start = /<head\b[^>]*>(?:\s*<meta charset="[^"]*"\s*\/?>)?/u.exec(html);
  if (!start || end < 0) return html;
  const hashes: InlineHashes = inlineHashes(trusted ? html : html.slice(0, end));
  keepInline(hashes);
  const policy = policyText(pagePolicy(hashes, foreign));
  const place = start.index + start[0].length;
  const meta = `<meta http-equiv="content-security-policy" content="${policy}">`;
  return html.slice(0, place) + meta + html.slice(place);
}

/** The hashes and files of all pages printed so far. */
export function takePrintedPages(): InlineHashes & { readonly files: ReadonlyMap<string, string> } {
  const { scripts, styles, files } = printed();
  return { scripts: [...scripts].toSorted(), styles: [...styles].toSorted(), files };
}

/** Forgets all pages printed so far, where they are printed again from the beginning. */
export function forgetPrintedPages(): void {
  const { scripts, styles, files } = printed();
  for (const known of [scripts, styles, files]) known.clear();
}
