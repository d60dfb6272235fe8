import { escapeHtml } from '../escape-html.ts';
import { type ArticleContext, bindContext, createContext, type Renderers } from '../markdown/context.ts';
import { findingInSource } from '../markdown/dialect-lines.ts';
import { offenceProperties } from '../markdown/offence.ts';
import type * as processor from '../markdown/processor.ts';
import type { DiskCache } from '../renditions/disk-cache.ts';
import { fingerprintOf } from '../renditions/fingerprint.ts';
import { fontUseOf } from '../renditions/font-use.ts';
import type { RenditionStore } from '../renditions/store.ts';
import { renderTimes } from '../render-times.ts';
import { ArticleCache, type KeptArticle, type KnownContext, outcomeOf, restore } from './article-cache.ts';
import { nameOfRendered } from './article-digest.ts';
import { traced } from './article-trace.ts';
import { compileMdx, type MdxModule, type RenderedArticle, renderMarkdown } from './compile-article.ts';
import { overLimits } from './limits.ts';
import type { SourceArticle } from './read-articles.ts';
import type { RenderedAhead } from './render-ahead.ts';
import { termUses } from './term-finder.ts';

type MarkdownRenderer = Awaited<ReturnType<typeof processor.createMarkdownRenderer>>;

/** The pipeline is loaded by the first article that must be compiled. */
const loadProcessor = (): Promise<typeof processor> => import('../markdown/processor.ts');

/** What makes the HTML in which the letters of an article are found. */
const renditionModules = ['formula', 'code', 'diagram'].map(
  (name) => new URL(`../renditions/${name}.ts`, import.meta.url),
);

/** Hears how long a formula took that was not found rendered; `line` is that of the text that is parsed. */
type OnFormula = (tex: string, line: number | undefined, milliseconds: number) => void;

/** Renderers that write down which renditions were asked for. */
const recording = (store: RenditionStore, keys: Set<string>, onFormula?: OnFormula): Renderers => {
  const note = <Made extends { readonly key: string }>(made: Made): Made => {
    keys.add(made.key);
    return made;
  };
  return {
    formula: (request, line) => {
      if (!onFormula) return note(store.formula(request));
      const { renderedFormulas: before } = store;
      const start = performance.now();
      const made = note(store.formula(request));
      if (store.renderedFormulas > before) onFormula(request.tex, line, performance.now() - start);
      return made;
    },
    code: async (request) => note(await store.code(request)),
    diagram: async (request) => note(await store.diagram(request)),
  };
};

/** What an article is made from: places in a notebook are those of its file. */
const textOf = ({ body, source, lines }: SourceArticle): string => (lines ? `${body}\0${source}` : body);

/** Characters of an unreadable article that are shown. */
const shownCharacters = 100_000;

/** An article as its author wrote it. */
function asWritten(body: string, language: ArticleContext['language']): string {
  const { className, title } = offenceProperties(language);
  const text = escapeHtml(body.trim().slice(0, shownCharacters));
  return `<pre class="${className.join(' ')}" title="${title}" tabindex="0"><code>${text}</code></pre>`;
}

/** Copies of bytes in one piece of memory, which can go to another thread as it is. */
function packed(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer>[] {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += part.length;
    whole.set(part, start);
    return whole.subarray(start, end);
  });
}

/** What is found out of all of an article, so that no later run has to read it for that. */
type Description = Pick<KeptArticle, 'keys' | 'fonts' | 'name' | 'terms'>;

/** An article as it was rendered in this run or an earlier one. */
export interface Rendered extends Description {
  readonly rendered: RenderedArticle;
  /** What the plugins found out. */
  readonly context: ArticleContext;
  /** Whether it was rendered in this run. */
  readonly isFresh: boolean;
}

/** Renders articles, each of them only where an earlier run has not done it. */
export class ArticleRenderer {
  readonly #cache: ArticleCache;
  readonly #store: RenditionStore;
  /** What was found of articles as they were read in this run. */
  readonly #found = new WeakMap<SourceArticle, KeptArticle>();
  #markdown: Promise<MarkdownRenderer> | undefined;
  #mdx: Promise<processor.MdxRenderer> | undefined;

  /** @param variant see {@link ArticleCache}. */
  constructor(renditions: RenditionStore, disk: DiskCache | undefined, variant: unknown) {
    const fingerprint = disk && fingerprintOf(new URL(import.meta.url), ...renditionModules);
    this.#cache = new ArticleCache({ renditions, disk, fingerprint, variant });
    this.#store = renditions;
  }

  /** Renders an article, or finds it rendered; what the plugins find out is in the context. */
  async render(source: SourceArticle, known: KnownContext): Promise<Rendered> {
    const kept = this.#found.get(source) ?? this.#cache.find(textOf(source), known);
    if (kept) {
      const context = createContext(known);
      restore(context, kept.outcome);
      kept.findings.forEach(known.report);
      const { rendered, keys, name, terms, fonts } = kept;
      return { rendered, context, keys, name, terms, fonts, isFresh: false };
    }
    const keys = new Set<string>();
    const findings: Parameters<typeof known.report>[0][] = [];
    const { world, trace } = traced(known);
    const { displayPath } = source.file;
    const times = renderTimes();
    const context: ArticleContext = createContext({
      ...known,
      ...world,
      renditions: recording(
        this.#store,
        keys,
        times &&
          ((tex, line, milliseconds) => {
            const place = findingInSource({ line }, context.parsedLines);
            times.note('formulas', { file: displayPath, line: place.line, tex, milliseconds });
          }),
      ),
      report: (finding) => {
        findings.push(finding);
        known.report(finding);
      },
    });
    if (times) await this.#load(source);
    const start = performance.now();
    const rendered = await this.#compile(source, context);
    times?.note('articles', { file: displayPath, milliseconds: performance.now() - start });
    if (!rendered) {
      const instead = await this.#fallback(source, { ...known, renditions: recording(this.#store, keys) });
      return { ...instead, ...this.#describe(source, known, instead, keys), isFresh: true };
    }
    const described = this.#describe(source, known, { rendered, context }, keys);
    const fresh = { rendered, outcome: outcomeOf(context), findings: [...findings], ...described };
    this.#cache.keep(textOf(source), known, fresh, trace());
    return { rendered, context, ...described, isFresh: true };
  }

  /** Whether {@link render} would find an article rendered. */
  isKept(source: SourceArticle, known: KnownContext): boolean {
    const kept = this.#cache.find(textOf(source), known);
    if (kept) this.#found.set(source, kept);
    return kept !== undefined;
  }

  /**
   * Gives away an article that was rendered here, for another thread.
   *
   * @param sent keys of renditions that it has; those sent now are added.
   */
  take(absolutePath: string, sent: Set<string>): Pick<RenderedAhead, 'entry' | 'renditions'> | undefined {
    const kept = this.#cache.take(absolutePath);
    if (!kept) return undefined;
    const fresh = kept.keys.filter((key) => !sent.has(key));
    for (const key of fresh) sent.add(key);
    const texts = fresh.map((key) => this.#store.take(key) ?? new Uint8Array());
    const [entry = new Uint8Array(), ...renditions] = packed([Buffer.from(kept.entry), ...texts]);
    return { entry, renditions: renditions.map((text, place) => [fresh[place] ?? '', text]) };
  }

  /** Takes over what another thread has rendered. */
  adopt({ absolutePath, entry, renditions }: RenderedAhead): void {
    for (const [key, text] of renditions) this.#store.adopt(key, text);
    this.#cache.adopt(absolutePath, entry);
  }

  /** Compiles MDX that Vite has, with options of its own. */
  async compileModule(
    content: string,
    context: ArticleContext,
    frontMatter: Record<string, unknown>,
    options: processor.MdxRendererOptions,
  ): Promise<MdxModule> {
    const renderer = await this.#mdxRenderer(options);
    return renderer.process(content, context.absolutePath, bindContext(context, frontMatter));
  }

  /** Found out here, where the renditions are at hand: there are millions of letters in a thousand articles. */
  #describe(
    { body }: SourceArticle,
    { termNames }: KnownContext,
    { rendered, context }: Pick<Rendered, 'rendered' | 'context'>,
    keySet: ReadonlySet<string>,
  ): Description {
    const keys = [...keySet];
    const shown = keys.flatMap((key) => this.#store.find(key) ?? []);
    return {
      keys,
      fonts: fontUseOf([body, rendered.html ?? '', JSON.stringify(context.sections)], shown),
      name: nameOfRendered(body, rendered, context, keys),
      terms: termUses(termNames(), context.sections),
    };
  }

  /** Loads all that the first article would wait for. */
  async #load({ file }: SourceArticle): Promise<void> {
    await this.#store.load();
    if (file.absolutePath.endsWith('.mdx')) await this.#mdxRenderer({ optimize: false, sourcemap: false });
    else await this.#markdownRenderer();
  }

  /** What cannot be compiled is nothing, and reported. */
  async #compile(source: SourceArticle, context: ArticleContext): Promise<RenderedArticle | undefined> {
    const excess = overLimits(source.body);
    if (excess) {
      context.report(excess);
      return undefined;
    }
    if (source.file.absolutePath.endsWith('.mdx')) {
      return compileMdx(await this.#mdxRenderer({ optimize: false, sourcemap: false }), source, context);
    }
    return renderMarkdown(await this.#markdownRenderer(), source, context);
  }

  /**
   * What is shown of an article that cannot be compiled: MDX as the Markdown that it is otherwise, and
   * else its beginning as it was written. Why is reported already.
   */
  async #fallback(
    source: SourceArticle,
    known: KnownContext,
  ): Promise<{ rendered: RenderedArticle; context: ArticleContext }> {
    const context = createContext({ ...known, report: () => undefined });
    if (source.file.absolutePath.endsWith('.mdx') && !overLimits(source.body)) {
      // Imports and exports are for the compiler alone.
      const body = source.body.replace(/^(?:import|export)\s[^\n]*$/gmu, '');
      const rendered = await renderMarkdown(await this.#markdownRenderer(), { ...source, body }, context);
      if (rendered) return { rendered, context };
    }
    return { rendered: { html: asWritten(source.body, known.language), imagePaths: [] }, context };
  }

  #markdownRenderer(): Promise<MarkdownRenderer> {
    this.#markdown ??= loadProcessor().then(({ createMarkdownRenderer: create }) => create());
    return this.#markdown;
  }

  #mdxRenderer(options: processor.MdxRendererOptions): Promise<processor.MdxRenderer> {
    this.#mdx ??= loadProcessor().then(({ createMdxRenderer: create }) => create(options));
    return this.#mdx;
  }
}
