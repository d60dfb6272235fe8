import { escapeHtml } from '../escape-html.ts';
import { wordsOf } from '../i18n/words.ts';

/** Where a page leads on to. */
interface RedirectPage {
  /** Language of the page there: `zh-CN`. */
  readonly language: string;
  /** Path with the base path, percent-encoded. */
  readonly href: string;
  /** The same with the site's address. */
  readonly url: string;
}

/**
 * A page at an old address that leads on by itself, for hosts that cannot redirect. It loads nothing and runs
 * nothing, and says so in its policy.
 */
export function redirectPage({ language, href, url }: RedirectPage): string {
  const { moved, movedTo } = wordsOf(language);
  const to = escapeHtml(href);
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta http-equiv="content-security-policy" content="default-src \'none\'; base-uri \'none\'">',
    `<meta http-equiv="refresh" content="0; url=${to}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="robots" content="noindex">',
    '<meta name="color-scheme" content="light dark">',
    `<link rel="canonical" href="${escapeHtml(url)}">`,
    `<title>${escapeHtml(moved)}</title>`,
    '</head>',
    `<body><p>${escapeHtml(movedTo)} <a href="${to}">${escapeHtml(decodeURI(href))}</a></p></body>`,
    '</html>',
    '',
  ].join('\n');
}
