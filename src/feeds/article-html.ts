import { render } from 'astro:content';
import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import type { ArticleEntry } from '../articles/query.ts';
import { escapeHtml } from '../escape-html.ts';
import { figureComponents } from '../figures/registry.ts';
import FigureElsewhere from '../figures/shared/FigureElsewhere.astro';
import { languageOf, wordsOf } from '../i18n/words.ts';
import { localeWithId } from '../locales.ts';
import { contentOf } from '../mdx/content-of.ts';
import { mathmlOf } from '../renditions/formula-mathml.ts';
import { withMathLetters } from '../renditions/math-letters.ts';
import { processRenditions } from '../renditions/shared.ts';
import { fillSlots, type Rendition } from '../renditions/slot.ts';
import { href } from '../urls.ts';
import { absoluteUrls } from './absolute-urls.ts';
import { feedText } from './feed-text.ts';
import { passiveHtml } from './passive-html.ts';
import { plainTerms } from './plain-terms.ts';

/** No figure lives in a feed reader. */
const elsewhere = Object.fromEntries(Object.keys(figureComponents).map((name) => [name, FigureElsewhere]));

let container: Promise<AstroContainer> | undefined;

/** What a feed reader can show: MathML alone, and code without colours. */
function feedForm(rendition: Rendition): string {
  switch (rendition.kind) {
    case 'formula':
      return withMathLetters(mathmlOf(rendition));
    case 'diagram':
      return rendition.html;
    case 'code':
      return `<pre><code>${escapeHtml(rendition.text)}</code></pre>`;
  }
}

/**
 * An article as feeds carry it: the whole text with MathML, images where the build has put them, and
 * absolute addresses.
 */
export async function feedHtml(entry: ArticleEntry, site: { url: string; base: string }): Promise<string> {
  container ??= loadRenderers([getContainerRenderer()]).then((renderers) =>
    AstroContainer.create({ renderers }),
  );
  const { Content, props } = await contentOf(entry.data, () => render(entry));
  const locale = localeWithId(entry.data.locale);
  const html = await (
    await container
  ).renderToString(Content, {
    props: { components: elsewhere, ...props },
    locals: {
      locale,
      words: wordsOf(locale.tag),
      writing: languageOf(locale.tag),
      styles: '',
      fileOf: () => '',
    },
  });
  const filled = fillSlots(html, processRenditions(), feedForm);
  return feedText(absoluteUrls(passiveHtml(plainTerms(filled)), site.url + href(site.base, entry.data.path)));
}
