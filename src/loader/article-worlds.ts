import type { Bibliography } from '../citations/work.ts';
import { type Finding, severityOf } from '../diagnostics/diagnostic.ts';
import { includeCode } from '../markdown/code-file.ts';
import type { ArticleContext } from '../markdown/context.ts';
import type { RenditionStore } from '../renditions/store.ts';
import type { TermName } from '../schemas/glossary.ts';
import { localePrefix } from '../urls.ts';
import type { KnownContext } from './article-cache.ts';
import { ArticleNames } from './article-names.ts';
import type { ContentSettings } from './content-settings.ts';
import { figureNames } from './figure-names.ts';
import { hasAsset, resolveLink, type SiteMap } from './link-resolver.ts';
import type { SourceArticle } from './read-articles.ts';
import { mapSite } from './site-map.ts';

type Language = ArticleContext['language'];

/** What differs between articles besides their macros. */
interface Own extends Pick<
  KnownContext,
  'language' | 'numberSections' | 'checksClaims' | 'notation' | 'title' | 'marksTerms'
> {
  readonly bibliography: Bibliography;
  /** What paths of its locale begin with. */
  readonly prefix: string;
}

/** What each article of a folder is told about itself and the world before it is compiled. */
export class ArticleWorlds {
  readonly #settings: ContentSettings;
  readonly #renditions: RenditionStore;
  /** By absolute path. */
  readonly #own = new Map<string, Own>();
  #site: SiteMap;
  /** Names that articles go by, in links of other programs. */
  #names: ArticleNames;
  #termNames: readonly TermName[] = [];

  constructor(settings: ContentSettings, renditions: RenditionStore) {
    this.#settings = settings;
    this.#renditions = renditions;
    this.#site = mapSite(settings, []);
    this.#names = new ArticleNames(settings.contentFolder, []);
  }

  /** Takes note of the articles that links can lead to, and of what they may call the terms of the glossary. */
  publish(published: readonly SourceArticle[], termNames: readonly TermName[]): void {
    this.#termNames = termNames;
    this.#site = mapSite(this.#settings, published);
    this.#names = new ArticleNames(this.#settings.contentFolder, published);
  }

  /** Takes note of what an article says of itself, and of the works that it can cite. */
  learn(source: SourceArticle, bibliography: Bibliography): void {
    const { locales } = this.#settings.site;
    this.#own.set(source.file.absolutePath, {
      bibliography,
      prefix: localePrefix(
        source.file.locale,
        locales.map(({ id }) => id),
      ),
      language: this.#languageOf(source),
      numberSections: this.#numbersSections(source),
      checksClaims: this.#checksClaims(source),
      notation: source.frontMatter.symbols,
      title: source.frontMatter.title,
      // The manual shows how Downlink is used; its readers need no machine learning.
      marksTerms: source.file.section === 'posts' && source.frontMatter.terms,
    });
  }

  /** What is known of an article. */
  of({ file, frontMatter, lines }: SourceArticle, report: (finding: Finding) => void): KnownContext {
    const known = this.ofFile(file.absolutePath, frontMatter.math?.macros ?? {}, report);
    return lines ? { ...known, parsedLines: lines } : known;
  }

  /** What is known of a file, with the macros of its front matter. */
  ofFile(
    absolutePath: string,
    macros: Readonly<Record<string, string>>,
    report: (finding: Finding) => void,
  ): KnownContext {
    const { site, publicFolder } = this.#settings;
    const own = this.#own.get(absolutePath);
    const { bibliography, prefix = '', language = 'zh', numberSections = false } = own ?? {};
    const { checksClaims = false, notation = [], title, marksTerms = false } = own ?? {};
    return {
      absolutePath,
      macros: { ...site.math.macros, ...macros },
      renditions: this.#renditions,
      report,
      resolveLink: (href) => resolveLink(this.#site, { file: absolutePath, prefix }, href),
      pathOf: (name) => this.#names.pathOf(absolutePath, name),
      articleNames: () => this.#names.names(),
      hasAsset: (url) => hasAsset(url, absolutePath, publicFolder),
      includeCode: (reference) => includeCode(absolutePath, reference),
      findWork: (key) =>
        bibliography?.works.get(key) ?? (bibliography?.broken.has(key) ? 'broken' : undefined),
      workKeys: () => [...(bibliography?.works.keys() ?? [])],
      componentNames: figureNames,
      termNames: () => this.#termNames,
      trustContent: site.trustContent,
      citationStyle: site.citations.style,
      language,
      numberSections,
      checksClaims,
      notation,
      title,
      marksTerms,
    };
  }

  /** The manual is not an article: it is numbered only where a page of it says so. */
  #numbersSections({ file, frontMatter }: SourceArticle): boolean {
    const isArticle = file.section === 'posts';
    return frontMatter.numberSections ?? (isArticle && this.#settings.site.numberSections);
  }

  /** The manual makes no claims; what its examples say is no matter. */
  #checksClaims({ file }: SourceArticle): boolean {
    return (
      file.section === 'posts' && severityOf('claim/unsourced-number', this.#settings.site.rules) !== 'off'
    );
  }

  #languageOf({ file }: SourceArticle): Language {
    const locale = this.#settings.site.locales.find(({ id }) => id === file.locale);
    return /^zh\b/iu.test(locale?.tag ?? file.locale) ? 'zh' : 'en';
  }
}
