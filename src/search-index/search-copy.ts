import { escapeHtml } from '../escape-html.ts';
import type { Section } from '../markdown/sections.ts';
import type { ArticleData } from '../schemas/article.ts';

const blockHtml = ({ kind, text }: Section['blocks'][number]): string =>
  kind === 'code'
    ? `<pre data-pagefind-weight="0.3">${escapeHtml(text)}</pre>`
    : `<p>${escapeHtml(text)}</p>`;

/**
 * The copy of an article that is indexed: its text without markup, formulas as Unicode, code with
 * less weight, sections under their ids, and its aliases where a reader does not see them.
 */
export function searchCopy(
  { title, aliases, tags }: Pick<ArticleData, 'title' | 'aliases' | 'tags'>,
  sections: readonly Section[],
  language: string,
): string {
  const body = sections
    .map(({ id, title: heading, depth, blocks }) => {
      const level = String(Math.max(2, depth));
      const head = id === '' ? '' : `<h${level} id="${escapeHtml(id)}">${escapeHtml(heading)}</h${level}>`;
      return head + blocks.map(blockHtml).join('');
    })
    .join('');
  const filters = tags.map((tag) => `<meta data-pagefind-filter="tag:${escapeHtml(tag)}">`).join('');
  const otherNames =
    aliases.length > 0 ? `<p data-pagefind-weight="5">${escapeHtml(aliases.join('、'))}</p>` : '';
  return `<!doctype html><html lang="${language}"><head><title>${escapeHtml(title)}</title>${filters}</head><body data-pagefind-body><h1>${escapeHtml(title)}</h1>${body}${otherNames}</body></html>`;
}
