import { element } from './elements.ts';
import { search } from './search-client.ts';
import { wordsOfPath } from './search-urls.ts';
import { homePath } from './site-paths.ts';

const most = 5;

/** On the page for addresses that do not exist: articles with the words of the address. */
async function suggestArticles(place: HTMLElement): Promise<void> {
  const text = wordsOfPath(location.pathname, homePath());
  if (text === '') return;
  const { articles } = await search({ text });
  if (articles.length === 0) return;
  const items = articles.slice(0, most).map(({ title, url }) => {
    // The words of an address are not what the reader looks for in the text.
    const link = element(
      'a',
      { href: url.replace(/\?[^#]*/u, '') },
      title.map((piece) => piece.text).join(''),
    );
    return element('li', {}, link);
  });
  place.append(
    element('h2', { class: 'label' }, place.dataset.suggestArticles ?? ''),
    element('ul', {}, ...items),
  );
  place.hidden = false;
}

const place = document.querySelector<HTMLElement>('[data-suggest-articles]');
// The page says what to do without suggestions too.
if (place) await suggestArticles(place).catch(() => undefined);
