const attribute = /(\s(?:href|src|poster|cite)=")([^"]*)(")/gu;
const sourceSet = /(\ssrcset=")([^"]*)(")/gu;

/**
 * Makes every address of a piece of HTML absolute; a feed is read on another site.
 *
 * `<a href="/tags/">` → `<a href="https://example.org/tags/">` · `<a href="#方法">` → the article's own
 * address with the fragment
 */
export function absoluteUrls(html: string, article: string): string {
  const absolute = (url: string): string => (URL.canParse(url, article) ? new URL(url, article).href : url);
  return html
    .replace(attribute, (_all, head: string, url: string, tail: string) => head + absolute(url) + tail)
    .replace(sourceSet, (_all, head: string, set: string, tail: string) => {
      const candidates = set.split(',').map((candidate) => {
        const [url = '', ...descriptor] = candidate.trim().split(/\s+/u);
        return [absolute(url), ...descriptor].join(' ');
      });
      return head + candidates.join(', ') + tail;
    });
}
