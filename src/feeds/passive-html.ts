import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { SKIP, visit } from '../visit-tree.ts';

const activeTags = new Set([
  ...['script', 'style', 'link', 'meta', 'base', 'iframe', 'object', 'embed', 'applet', 'form'],
  ...['noscript', 'template'],
]);

/** HTML that may hold something to be taken out; most does not, and is not parsed again. */
const suspicious = new RegExp(`<(?:${[...activeTags].join('|')})\\b|<[^>]*\\s(?:on[a-z]+|style)\\s*=`, 'iu');

function clean(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }, index, parent) => {
    if (activeTags.has(tagName) && parent && index !== undefined) {
      parent.children.splice(index, 1);
      return [SKIP, index];
    }
    for (const name of Object.keys(properties)) {
      if (/^(?:on|style$)/iu.test(name)) Reflect.deleteProperty(properties, name);
    }
    return undefined;
  });
}

/**
 * HTML without what feed readers refuse: scripts, styles, frames, forms. MDX may hold them, and any
 * article where `trustContent` is set.
 *
 * `<p style="color:red">红</p><script>…</script>` → `<p>红</p>`
 */
export function passiveHtml(html: string): string {
  if (!suspicious.test(html)) return html;
  const tree = fromHtml(html, { fragment: true });
  clean(tree);
  return toHtml(tree);
}
