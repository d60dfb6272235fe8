import type { Heading, Nodes, Root } from 'mdast';

/** Letters and figures alone: marks, blanks and `{#id}` make no other title. */
const essence = (text: string): string =>
  text
    .replace(/\{#[^\s{}#]+\}\s*$/u, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A text as front matter writes it, formulas as TeX. */
function source(node: Nodes): string {
  if ('children' in node) return node.children.map(source).join('');
  return 'value' in node ? node.value : '';
}

/**
 * The heading that is the article's own title, which the page prints: the first one, where it is a `# heading`
 * and front matter names no title, or the same one. Another one is a section, and stays.
 *
 * @param title what front matter calls the article.
 */
export function titleHeading({ children }: Root, title: string | undefined): Heading | undefined {
  const first = children.find((node) => node.type === 'heading');
  if (first?.depth !== 1) return undefined;
  return title === undefined || essence(source(first)) === essence(title) ? first : undefined;
}
