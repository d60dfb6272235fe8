import { createHash } from 'node:crypto';
import type { InlineHashes } from './content-policy.ts';

const inlineElement = /<(script|style)\b((?:[^>"']|"[^"]*"|'[^']*')*)>([\s\S]*?)<\/\1\s*>/giu;
const source = /\ssrc\s*=/iu;
const scriptType = /\stype\s*=\s*["']?([^\s"'>]*)/iu;
/** Types of `<script>` that a browser runs, or obeys as it does scripts; all others are data. */
const executed = /^(?:|module|importmap|speculationrules|(?:text|application)\/(?:java|ecma)script)$/iu;

/** The hash of an inline script or style as a policy names it, without quotation marks. */
export const inlineHash = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`;

/** Hashes of all inline scripts and styles in HTML; data, such as JSON-LD, is not subject to a policy. */
export function inlineHashes(html: string): InlineHashes {
  const scripts = new Set<string>();
  const styles = new Set<string>();
  for (const [, tag = '', attributes = '', text = ''] of html.matchAll(inlineElement)) {
    // A browser hashes what it parsed, and it parses CR LF as LF.
    const hash = inlineHash(text.replace(/\r\n?/gu, '\n'));
    if (tag.toLowerCase() === 'style') styles.add(hash);
    else if (!source.test(attributes) && executed.test(scriptType.exec(attributes)?.[1] ?? '')) {
      scripts.add(hash);
    }
  }
  return { scripts: [...scripts], styles: [...styles] };
}
