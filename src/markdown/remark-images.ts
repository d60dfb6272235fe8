import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { contextOf } from './context.ts';

/** Reports images that are missing, come from another host, or have no text alternative. */
export function remarkImages() {
  return (tree: Root, file: VFile): void => {
    const { report, hasAsset, resolveLink } = contextOf(file);
    visit(tree, 'image', (node: Image) => {
      const start = node.position?.start;
      const place = { line: start?.line, column: start?.column, length: node.url.length + 4 };
      const url = node.url;
      if (!node.alt) {
        report({
          rule: 'image/no-alt',
          message: `The image \`${url}\` has no text alternative.`,
          hint: 'say in the brackets what it shows: ![…](…)',
          ...place,
        });
      }
      if (/^(?:[a-z][a-z\d+.-]*:)?\/\//iu.test(url) || /^data:/iu.test(url)) {
        report({
          rule: 'image/remote',
          message: `The image \`${url.slice(0, 80)}\` is not on this site.`,
          hint: 'save it beside the article; a page loads nothing from another host',
          ...place,
        });
        return;
      }
      if (!hasAsset(url)) {
        report({
          rule: 'image/missing',
          message: `There is no image file \`${url}\`.`,
          hint: url.startsWith('/')
            ? 'a path with a leading / is looked up in public/'
            : 'the path starts at the folder of the article',
          ...place,
        });
        // Astro would stop at it with an error that names no line.
        node.url = '';
      } else if (url.startsWith('/')) {
        const target = resolveLink(url);
        if (target.kind === 'internal') node.url = target.url;
      }
    });
  };
}
