/** Fields of a BibTeX entry as they are written, by lower-case name. */
export type BibtexFields = Readonly<Record<string, string>>;

const arxivId = /(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?/u;
const arxivAnywhere = new RegExp(`(?:arxiv\\.org/(?:abs|pdf)/|arXiv[:.]\\s*|^abs/)(${arxivId.source})`, 'iu');
const arxivAlone = new RegExp(`^(?:arXiv:)?(${arxivId.source})$`, 'iu');

/** `https://doi.org/10.1109/MM.2021.3061394` → `10.1109/MM.2021.3061394` */
export function doiOf({ doi = '', url = '' }: BibtexFields): string | undefined {
  const text = doi || (/^https?:\/\/(?:dx\.)?doi\.org\//iu.test(url) ? url : '');
  const plain = text
    .trim()
    .replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/iu, '')
    .replace(/\\(?=[_&%#])/gu, '');
  return /^10\.\d{4,9}\/\S+$/u.test(plain) ? plain : undefined;
}

/**
 * The number of a preprint, from `eprint` or from wherever else BibTeX exports put it: `url`, `doi`,
 * `journal = {arXiv preprint arXiv:2106.09685}`, `volume = {abs/2106.09685}`.
 */
export function arxivOf(fields: BibtexFields): string | undefined {
  const archive = fields.archiveprefix ?? fields.eprinttype ?? 'arXiv';
  const eprint = arxivAlone.exec((fields.eprint ?? '').trim())?.[1];
  if (eprint !== undefined && /^arxiv$/iu.test(archive.trim())) return eprint;
  for (const name of ['url', 'doi', 'journal', 'journaltitle', 'volume', 'note', 'howpublished']) {
    const found = arxivAnywhere.exec((fields[name] ?? '').trim())?.[1];
    if (found !== undefined) return found;
  }
  return undefined;
}
