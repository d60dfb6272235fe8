import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { readOldAddress, type Redirect } from '../redirects.ts';
import { pagePath } from '../urls.ts';
import type { WrittenAddress } from './front-matter.ts';
import { findPage, type SiteMap } from './link-resolver.ts';
import type { SourceArticle } from './read-articles.ts';
import { settingsFile, type SettingsRedirect } from './settings-redirects.ts';

type ReportIn = (file: string) => (finding: Finding) => void;

/** Files that a build writes besides pages, and folders of them. */
const written =
  /^\/(?:(?:_assets|pagefind)\/.*|sw\.js|robots\.txt|sitemap\.xml|offline\/|(?:.+\/)?404(?:\.html|\/))$/u;
/** Files beside the page of an article. */
const beside = /(?:index\.md|card\.json)$/u;
/** A further page of a list. */
const listPage = /page\/\d+\/$/u;

/** Whether a path of the site is taken by something that is there. */
function pathsTaken(site: SiteMap, articles: readonly SourceArticle[]): (path: string) => boolean {
  // Each locale shows all articles, those of others in the original.
  const pages = new Set([
    ...site.pages,
    ...articles.flatMap(({ file, slug }) =>
      site.prefixes.map((prefix) => prefix + pagePath(file.section, slug)),
    ),
  ]);
  return (address) => {
    const prefix = site.prefixes.find((one) => one !== '' && address.startsWith(`${one}/`)) ?? '';
    return (
      pages.has(address) ||
      pages.has(address.replace(beside, '')) ||
      pages.has(address.replace(listPage, '')) ||
      written.test(address.slice(prefix.length)) ||
      existsSync(path.join(site.publicFolder, address))
    );
  };
}

/** An old address with the article that names it. */
interface Claim extends WrittenAddress {
  readonly article: SourceArticle;
}

const nameOf = ({ file, slug }: SourceArticle): string => pagePath(file.section, slug);

/** What articles say, those of the first locale first; what one says by the way is behind all that others mean. */
function claimsOf(articles: readonly SourceArticle[], prefixes: readonly string[]): Claim[] {
  const rank = ({ isGuess, article }: Claim): number => {
    const prefix = article.path.slice(0, -nameOf(article).length);
    return prefixes.indexOf(prefix) + (isGuess ? prefixes.length : 0);
  };
  return articles
    .flatMap((article) => article.frontMatter.oldAddresses.map((address) => ({ ...address, article })))
    .toSorted((a, b) => rank(a) - rank(b));
}

/** The same finding for all who name an address of a page. */
const isThere = (address: string): Finding => ({
  rule: 'redirect/taken',
  message: `The old address ${address} is that of a page that is there.`,
  hint: 'remove it: who follows the old link sees that page',
});

/** Claims of articles by their addresses. */
function claimedByArticles(
  site: SiteMap,
  articles: readonly SourceArticle[],
  isTaken: (path: string) => boolean,
  reportIn: ReportIn,
): Map<string, Claim> {
  const claims = new Map<string, Claim>();
  for (const claim of claimsOf(articles, site.prefixes)) {
    const { article, written, place, isGuess } = claim;
    const report = (finding: Finding): void => {
      // `permalink` need not be an old address: nobody asked for a redirect.
      if (!isGuess) reportIn(article.file.displayPath)({ ...finding, ...place });
    };
    const address = readOldAddress(written);
    if ('problem' in address) {
      const { problem, hint } = address;
      report({ rule: 'redirect/invalid', message: `The old address \`${written}\` ${problem}.`, hint });
      continue;
    }
    // It has kept its address.
    if (address.path === article.path) continue;
    const other = claims.get(address.path);
    if (other) {
      if (nameOf(other.article) === nameOf(article)) continue;
      const { file } = other.article;
      report({
        rule: 'redirect/taken',
        message: `The old address ${address.path} is claimed by ${file.displayPath}:${String(other.place.line)} too.`,
        hint: 'an address can lead to one article; remove it from the other',
      });
    } else if (isTaken(address.path)) {
      report(isThere(address.path));
    } else claims.set(address.path, claim);
  }
  return claims;
}

/** What the settings redirect beside that. */
function redirectsOfSettings(
  site: SiteMap,
  redirects: readonly SettingsRedirect[],
  claims: ReadonlyMap<string, Claim>,
  isTaken: (path: string) => boolean,
  report: (finding: Finding) => void,
): Redirect[] {
  const known = new Map<string, Redirect & { readonly written: string }>();
  for (const { from: written, to, place } of redirects) {
    const found = (finding: Finding): void => {
      report({ ...place, ...finding });
    };
    const address = readOldAddress(written);
    if ('problem' in address) {
      const { problem, hint } = address;
      found({ rule: 'redirect/invalid', message: `The old address \`${written}\` ${problem}.`, hint });
      continue;
    }
    const { path: from } = address;
    const claim = claims.get(from);
    const same = known.get(from);
    const target = findPage(site, to);
    if (claim) {
      found({
        rule: 'redirect/taken',
        message: `The old address ${from} is claimed by ${claim.article.file.displayPath}:${String(claim.place.line)} too.`,
        hint: 'an address can lead to one page; remove it from `redirects`, or from the article',
      });
    } else if (same) {
      found({
        rule: 'redirect/taken',
        message: `\`${written}\` and \`${same.written}\` are one address.`,
        hint: `keep one of them: \`'${from}': '${same.to}'\``,
      });
    } else if (isTaken(from)) found(isThere(from));
    else if (target.page === undefined) {
      const further = claims.get(to)?.article.path ?? known.get(to)?.to ?? target.meant;
      found({
        rule: 'redirect/dead',
        message: `\`${written}\` leads to \`${to}\`, which is no page of the site.`,
        hint: further === undefined ? 'write the address of a page' : `write \`'${written}': '${further}'\``,
      });
    } else known.set(from, { from, to: target.page, written });
  }
  return [...known.values()].map(({ from, to }) => ({ from, to }));
}

/**
 * Finds the addresses that articles had before, and those that the settings redirect. Those that cannot be, that
 * something else has, or that lead nowhere, are findings with their places.
 *
 * @param articles those that are published, with their translations; of two versions of one article the first
 * keeps an address that both name.
 */
export function findRedirects(
  site: SiteMap,
  articles: readonly SourceArticle[],
  ofSettings: readonly SettingsRedirect[],
  reportIn: ReportIn,
): Redirect[] {
  const isTaken = pathsTaken(site, articles);
  const claims = claimedByArticles(site, articles, isTaken, reportIn);
  const further = redirectsOfSettings(site, ofSettings, claims, isTaken, reportIn(settingsFile));
  return [...[...claims].map(([from, { article }]) => ({ from, to: article.path })), ...further].toSorted(
    (a, b) => (a.from < b.from ? -1 : 1),
  );
}
