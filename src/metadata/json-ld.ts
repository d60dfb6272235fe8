/** A node of linked data; what is `undefined` is left out. */
export interface LinkedData {
  readonly [property: string]: unknown;
  readonly '@type'?: string;
}

const escapes: Readonly<Record<string, string>> = {
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/**
 * Linked data as text that may stand in `<script type="application/ld+json">`: nothing in it can end the
 * element or begin a comment.
 *
 * `{ name: '</script>' }` → `{"@context":"https://schema.org","name":"\u003C/script\u003E"}`
 */
export const jsonLd = (data: LinkedData): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /[<>&\u2028\u2029]/gu,
    (sign) => escapes[sign] ?? sign,
  );
