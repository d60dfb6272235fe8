import type { Finding } from '../diagnostics/diagnostic.ts';
import { blockAttributes, blockName } from './block-names.ts';
import { containerPrefix, FenceTracker } from './dialect-code.ts';
import { editLine, newLine, placeInLine, type SourceLine } from './dialect-lines.ts';
import { bracketed, type DialectContext } from './dialect-meaning.ts';
import { calloutOf, isCalloutType } from './dialect-names.ts';

const head = /^(?<colons>:{3,})[ \t]*(?<name>[A-Za-z][\w-]*)(?<rest>[^\n]*)$/u;
const fence = /^(?<sign>`{3,}|~{3,})(?<info>[^\n]*)$/u;

/** Containers of VuePress and its themes that lay something out, which ours do not. */
const layouts = new Set(['center', 'left', 'right', 'justify', 'raw', 'v-pre', 'card', 'slot']);
const tabs = new Set(['code-group', 'code-tabs', 'tabs', 'code-group-item']);

interface OpenContainer {
  readonly size: number;
  readonly kind: 'tabs' | 'flat' | 'other';
}

/** The name of a fence in a group of them: `js [config.js]` or `js title="config.js"`. */
function tabTitle(info: string): string {
  const groups = /\[(?<name>[^\]]+)\]|\btitle="(?<title>[^"]+)"/u.exec(info)?.groups;
  return groups?.name ?? groups?.title ?? (/^\w+/u.exec(info.trim())?.[0] || 'text');
}

/**
 * Translates containers of VuePress, VitePress and Docusaurus that have another name or shape here.
 * Blocks that we know under the same name are left to `remark-directives`.
 *
 * `::: danger 标题` stays · `::: code-group` with fences `js [a.js]` → `:::tabs` with `::tab[a.js]` ·
 * `@tab 标题` → `::tab[标题]` · `::: center` → only what stands in it, reported
 */
export function translateContainers(
  lines: readonly SourceLine[],
  { language }: Pick<DialectContext, 'language'>,
  report: (finding: Finding) => void,
): readonly SourceLine[] {
  if (!lines.some(({ text }) => /^[ \t>]*:{3,}[ \t]*[A-Za-z]/u.test(text))) return lines;
  const fences = new FenceTracker();
  /** The last line that is not blank. */
  let last = '';
  const open: OpenContainer[] = [];
  return lines.flatMap((line): SourceLine[] => {
    const prefix = containerPrefix(line.text);
    const own = line.text.slice(prefix.length);
    const isTabs = open.at(-1)?.kind === 'tabs';
    const hasTab = /^[ \t>]*@tab\b/u.test(last);
    if (own.trim() !== '') last = line.text;
    const replaced = (text: string): SourceLine =>
      editLine(line, [{ from: prefix.length, to: line.text.length, text }]);
    if (fences.isCode(line.text)) {
      const { sign = '', info = '' } = fence.exec(own)?.groups ?? {};
      if (!isTabs || hasTab || !fences.isOpening || info.trim() === '') return [line];
      const title = newLine(`${prefix}::tab[${bracketed(tabTitle(info))}]`, line, prefix.length + 1);
      return [title, replaced(sign + info.replace(/\s*\[[^\]]*\]/u, ''))];
    }
    const tab = isTabs ? /^@tab(?::active)?(?:[ \t]+(?<title>.*?))?(?:#\S+)?[ \t]*$/u.exec(own) : null;
    if (tab) return [replaced(`::tab[${bracketed(tab.groups?.title ?? '')}]`)];
    if (/^:{3,}[ \t]*$/u.test(own)) {
      const size = own.trim().length;
      const at = open.findLastIndex((one) => one.size === size);
      const closed = at < 0 ? open.findLastIndex((one) => one.size < size) : at;
      const isFlat = open[closed]?.kind === 'flat';
      if (closed >= 0) open.length = closed;
      return [isFlat ? newLine(prefix.trimEnd(), line) : line];
    }
    const groups = head.exec(own)?.groups;
    if (!groups) return [line];
    const { colons = '', name = '', rest = '' } = groups;
    const lower = name.toLowerCase();
    if (tabs.has(lower)) {
      open.push({ size: colons.length, kind: 'tabs' });
      return [replaced(`${colons}tabs`)];
    }
    if (layouts.has(lower)) {
      open.push({ size: colons.length, kind: 'flat' });
      report({
        rule: 'dialect/unsupported',
        message: `Nothing here is the equal of \`::: ${name}\`; only what stands inside of it is shown.`,
        hint:
          lower === 'v-pre' || lower === 'raw' ? 'remove both lines' : 'the site lays out its pages itself',
        ...placeInLine(line, prefix.length, line.text.length),
      });
      return [newLine(prefix.trimEnd(), line)];
    }
    open.push({ size: colons.length, kind: 'other' });
    if (blockAttributes(blockName(name)) || !isCalloutType(name)) return [line];
    const { name: callout, title } = calloutOf(name, language);
    const label = /^\[(?<title>.*)\]/u.exec(rest.trim())?.groups?.title ?? rest.trim();
    return [replaced(`${colons} ${callout} ${label || title}`.trimEnd())];
  });
}
