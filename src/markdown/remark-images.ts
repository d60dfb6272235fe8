import type { Image, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { visit } from '../visit-tree.ts';
import { contextOf } from './context.ts';
import { offenceProperties, offendingWords } from './offence.ts';

/**
 * Reports images that are missing, come from another host, or have no text alternative. Instead of what
 * cannot be shown there are its words, with a mark.
 */
export function remarkImages() {
  return (tree: Root, file: VFile): void => {
    const { report, hasAsset, resolveLink, language, trustContent } = contextOf(file);
    visit(tree, 'image', (node: Image, index, parent) => {
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
        if (trustContent || !parent || index === undefined) return;
        const words: Text[] = [{ type: 'text', value: node.alt || url.slice(0, 80) }];
        const data = { hProperties: offenceProperties(language) };
        parent.children[index] = /^data:/iu.test(url)
          ? offendingWords(words, language)
          : { type: 'link', url, children: words, data };
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
        const words: Text[] = [{ type: 'text', value: node.alt || url }];
        if (parent && index !== undefined) parent.children[index] = offendingWords(words, language);
      } else if (url.startsWith('/')) {
        const target = resolveLink(url);
        if (target.kind === 'internal') node.url = target.url;
      }
    });
  };
}
