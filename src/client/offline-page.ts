import { ownCaches } from '../offline/cache-names.ts';
import { element } from './elements.ts';
import { basePath, homePath } from './site-paths.ts';

/** Title of a page as its head has it. */
function titleOf(html: string): string {
  const head = html.slice(0, html.indexOf('<body'));
  const { title, head: parsed } = new DOMParser().parseFromString(head, 'text/html');
  return parsed.querySelector('meta[property="og:title"]')?.getAttribute('content') ?? title;
}

/** Articles and pages of the manual that are kept in the page's locale, the one read last first. */
async function keptArticles(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const name of (await ownCaches(basePath())).toReversed()) {
    const cache = await caches.open(name);
    for (const request of (await cache.keys()).toReversed()) {
      const { pathname } = new URL(request.url);
      const isArticle = /^(?:posts|docs)\/./u.test(pathname.slice(homePath().length));
      if (!isArticle || !pathname.startsWith(homePath()) || found.has(pathname)) continue;
      const response = await cache.match(request, { ignoreVary: true });
      if (response) found.set(pathname, titleOf(await response.text()));
    }
  }
  return found;
}

async function listArticles(place: HTMLElement): Promise<void> {
  const items = [...(await keptArticles())].map(([path, title]) =>
    element('li', {}, element('a', { href: path }, title)),
  );
  place.append(...items);
  const none = document.querySelector<HTMLElement>('[data-none-kept]');
  if (none) none.hidden = items.length > 0;
}

const place = document.querySelector<HTMLElement>('[data-kept-articles]');
if (place) void listArticles(place);
