import { existsSync } from 'node:fs';
import path from 'node:path';
import type { FormulaText } from '../citations/read-entry.ts';
import { type Bibliography, mergeBibliographies } from '../citations/work.ts';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { displayPath } from './content-files.ts';
import type { SourceArticle } from './read-articles.ts';
import type { DiskMemo } from './disk-memo.ts';
import { readSource } from './read-source.ts';

const nothing: Bibliography = { works: new Map(), broken: new Set() };

interface BibliographyOptions {
  readonly contentFolder: string;
  /** KaTeX macros for {@link formulaText}. */
  readonly macros: Readonly<Record<string, string>>;
  readonly formulaText: FormulaText;
  /** Bibliographies of earlier runs. */
  readonly memo: DiskMemo;
  /** A way to report findings about one file, by the path that the author knows. */
  readonly reportIn: (file: string) => (finding: Finding) => void;
}

/** The bibliographies of one run over a content folder: every BibTeX file is read once. */
export class BibliographyReader {
  readonly #options: BibliographyOptions;
  readonly #files = new Map<string, Promise<Bibliography>>();
  /** Text of the files read, by the path that the author knows, for code frames. */
  readonly sources = new Map<string, string>();

  constructor(options: BibliographyOptions) {
    this.#options = options;
  }

  /**
   * What an article can cite: the file that its front matter names, else `refs.bib` beside it, and
   * then `references.bib` of the content folder. An article's own entry wins over the site's.
   */
  async of(article: SourceArticle): Promise<Bibliography> {
    const { contentFolder } = this.#options;
    const site = this.#fileAt(path.join(contentFolder, 'references.bib'));
    const own = this.#ownFile(article);
    return mergeBibliographies(own === undefined ? nothing : await this.#fileAt(own), await site);
  }

  #ownFile({ file, frontMatter, source }: SourceArticle): string | undefined {
    const folder = path.dirname(file.absolutePath);
    const named = frontMatter.bibliography;
    if (named === undefined) return path.join(folder, 'refs.bib');
    const target = path.resolve(folder, named);
    const isInside = target.startsWith(this.#options.contentFolder + path.sep);
    if (isInside && existsSync(target)) return target;
    const lines = source.split(/\r\n|\n|\r/u);
    const line = lines.findIndex((text) => /^bibliography\s*:/u.test(text));
    this.#options.reportIn(file.displayPath)({
      rule: 'bibliography/missing',
      message: isInside
        ? `There is no bibliography \`${named}\`.`
        : `The bibliography \`${named}\` is not in the content folder.`,
      hint: 'the path starts at the folder of the article',
      line: Math.max(0, line) + 1,
      column: (lines[line]?.indexOf(named) ?? 0) + 1,
      length: named.length,
    });
    return undefined;
  }

  #fileAt(file: string): Promise<Bibliography> {
    const known = this.#files.get(file);
    if (known) return known;
    const reading = existsSync(file) ? this.#read(file) : Promise.resolve(nothing);
    this.#files.set(file, reading);
    return reading;
  }

  async #read(file: string): Promise<Bibliography> {
    const name = displayPath(file);
    const report = this.#options.reportIn(name);
    const source = await readSource(file, report);
    if (source === undefined) return nothing;
    this.sources.set(name, source);
    const { formulaText, macros, memo } = this.#options;
    const parsed = await memo.of([source, macros], async () => {
      // The parser is loaded by the first bibliography that nobody has read yet.
      const { parseBibtex } = await import('../citations/parse-bibtex.ts');
      const { bibliography, findings } = parseBibtex(source, formulaText);
      return { works: [...bibliography.works], broken: [...bibliography.broken], findings };
    });
    parsed.findings.forEach(report);
    return { works: new Map(parsed.works), broken: new Set(parsed.broken) };
  }
}
