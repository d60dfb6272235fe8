import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { CopyAddresses, portableText } from './portable-text.ts';
import { portableTree } from './portable-tree.ts';

/**
 * Writes the article down as portable Markdown, for readers of the copy beside its page. Formulas are TeX
 * in it, and addresses wait to be made absolute.
 *
 * `见 @fig-arch` → `见 [图 2](https://example.org/posts/lora/#fig-arch)`
 */
export function remarkMarkdownCopy() {
  return (tree: Root, file: VFile): void => {
    const context = contextOf(file);
    const addresses = new CopyAddresses();
    const portable = portableTree(tree, {
      cited: context.cited,
      isNumeric: context.citationStyle === 'numeric',
      hasAsset: context.hasAsset,
      addressOf: addresses.add,
    });
    context.copy = addresses.cut(portableText(portable));
  };
}
