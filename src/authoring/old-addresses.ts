import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parse as parseYaml } from 'yaml';
import { datedName, dateInPath } from '../loader/dated-name.ts';
import type { SourceArticle } from '../loader/read-articles.ts';
import { readOldAddress } from '../redirects.ts';
import type { Generator } from './import-sources.ts';

/** An article as far as its old address depends on it. */
type Article = Pick<SourceArticle, 'file' | 'frontMatter' | 'date' | 'source' | 'body'>;

type Values = Readonly<Record<string, unknown>>;
type Parts = Readonly<Record<string, string>>;

/** How a generator makes the address of an article, from its settings. */
interface Maker {
  /** What the path of an article has between the folder of the site and the name that its address is made of. */
  readonly folder: RegExp;
  /** Names that the settings may have, from the folder of the site. */
  readonly settings: readonly string[];
  /** The pattern of an address, with the values of what stands in it besides {@link partsOf}. */
  readonly address: (
    settings: Values,
    parts: Parts,
    categories: readonly string[],
  ) => readonly [string, Parts];
}

const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

const jekyllStyles: Parts = {
  date: '/:categories/:year/:month/:day/:title:output_ext',
  pretty: '/:categories/:year/:month/:day/:title/',
  ordinal: '/:categories/:year/:y_day/:title:output_ext',
  none: '/:categories/:title:output_ext',
};

const makers: Readonly<Record<Exclude<Generator, 'obsidian' | 'notebook'>, Maker>> = {
  hexo: {
    folder: /(?:\/source)?\/_posts\//u,
    settings: ['_config.yml', '_config.yaml'],
    address: (settings, { stem = '', name = '' }, categories) => [
      text(settings.permalink) ?? ':year/:month/:day/:title/',
      {
        title: stem,
        post_title: name,
        category: categories.join('/') || (text(settings.default_category) ?? 'uncategorized'),
      },
    ],
  },
  hugo: {
    folder: /\/content\//u,
    settings: ['hugo', 'config'].flatMap((name) =>
      ['toml', 'yaml', 'yml', 'json'].map((end) => `${name}.${end}`),
    ),
    address: ({ permalinks, uglyURLs: isUgly }, { folder = '', slug = '' }) => {
      const [section = ''] = folder.split('/', 1);
      const all = isValues(permalinks) ? permalinks : {};
      const pages = isValues(all.page) ? all.page : all;
      const own = isUgly === true ? '/:sections/:slug.html' : '/:sections/:slug/';
      const names = ['slugorfilename', 'slugorcontentbasename', 'title'].map((key) => [key, slug] as const);
      return [text(pages[section]) ?? own, { section, sections: folder, ...Object.fromEntries(names) }];
    },
  },
  jekyll: {
    folder: /\/_posts\//u,
    settings: ['_config.yml', '_config.yaml'],
    address: ({ permalink }, { slug = '' }, categories) => [
      jekyllStyles[text(permalink) ?? 'date'] ?? text(permalink) ?? '',
      { title: slug, categories: categories.join('/').toLowerCase(), output_ext: '.html' },
    ],
  },
  vuepress: {
    folder: /\/(?:docs|src)\//u,
    settings: [],
    address: (_settings, { stem = '', folder = '' }) =>
      /(?:^|\/)(?:README|index)$/u.test(stem) ? [`/${folder}/`, {}] : [`/${stem}.html`, {}],
  },
};

/** Settings of the other generator; none where they cannot be read. */
function readSettings(site: string, names: readonly string[]): Values {
  const file = names.map((name) => path.join(site, name)).find((one) => existsSync(one));
  if (file === undefined) return {};
  try {
    const source = readFileSync(file, 'utf8');
    const values: unknown = file.endsWith('.toml') ? parseToml(source) : parseYaml(source);
    return isValues(values) ? values : {};
  } catch {
    return {};
  }
}

/** The front matter as it is written. */
const headOf = ({ source, body }: Article): string =>
  source.slice(0, source.length - body.trimStart().length);

/** The day that the author wrote: the other generator took it for one of its own time zone. */
function dayOf(article: Article): readonly [number, number, number] {
  const written = /^date\s*[:=]\s*["']?(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/mu.exec(headOf(article));
  if (written) return [Number(written[1]), Number(written[2]), Number(written[3])];
  const { date } = article;
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()];
}

/** `categories: a b`, `[a, b]`, and a list below: only some generators put them into addresses. */
function categoriesOf(article: Article): string[] {
  const found = /^categor(?:y|ies)[ \t]*[:=][ \t]*(.*)((?:\r?\n[ \t]*-[ \t].*)*)/mu.exec(headOf(article));
  const [, inline = '', list = ''] = found ?? [];
  const values =
    inline.trim() === '' ? list.split(/\n[ \t]*-/u) : inline.replace(/[[\]]/gu, '').split(/[,\s]+/u);
  return values.map((value) => value.trim().replace(/^["']|["']$/gu, '')).filter((value) => value !== '');
}

/** Texts and numbers of the front matter by their keys, which patterns of Hexo may hold: `abbrlink: 4a17b156`. */
function writtenIn(article: Article): Parts {
  const lines = headOf(article).matchAll(/^([a-z_]+)[ \t]*:[ \t]*(["']?)([\w-]+)\2[ \t]*\r?$/gmu);
  return Object.fromEntries([...lines].map(([, key = '', , value = '']) => [key, value]));
}

/** What patterns may hold of the date; nothing where only the file system knows one. */
function timeOf(article: Article): Parts {
  const { date, frontMatter, file } = article;
  if (!frontMatter.date && !dateInPath(file.absolutePath)) return {};
  const [year, month, day] = dayOf(article);
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    year: String(year),
    short_year: two(year % 100),
    month: two(month),
    i_month: String(month),
    day: two(day),
    i_day: String(day),
    y_day: String((Date.UTC(year, month - 1, day) - Date.UTC(year, 0, 0)) / 86_400_000).padStart(3, '0'),
    hour: two(date.getUTCHours()),
    minute: two(date.getUTCMinutes()),
    second: two(date.getUTCSeconds()),
  };
}

/**
 * What all patterns may hold.
 *
 * @param name path of the file in the folder of articles: `notes/2021-03-04-attention.md`.
 */
function partsOf(name: string, article: Article): Parts {
  const { frontMatter } = article;
  const stem = name.replace(/\.[a-z]+$/iu, '');
  const bare = stem.replace(/\/index$/u, '');
  const own = datedName(path.posix.basename(bare)).rest;
  return {
    stem,
    name: own,
    filename: own,
    contentbasename: own,
    slug: frontMatter.slug?.split('/').at(-1) ?? own,
    folder: path.posix.dirname(bare).replace(/^\.$/u, ''),
    ...timeOf(article),
  };
}

/** `/:year/:title/` with its variables put in; nothing where there is one that cannot be told. */
function filled(pattern: string, parts: Parts): string | undefined {
  const variable = /:([a-z_]+)/gu;
  const names = [...pattern.matchAll(variable)].map(([, name = '']) => name);
  if (!names.every((name) => Object.hasOwn(parts, name))) return undefined;
  const address = pattern.replace(variable, (_all, name: string) => parts[name] ?? '');
  return `/${address}`.replace(/\/{2,}/gu, '/');
}

/** The address that a generator made of an article's name and date; nothing where it cannot be told. */
function madeAddress(
  generator: Exclude<Generator, 'obsidian' | 'notebook'>,
  article: Article,
): string | undefined {
  const { folder, settings, address } = makers[generator];
  const file = article.file.absolutePath.split(path.sep).join('/');
  const found = [...file.matchAll(new RegExp(folder, 'gu'))].at(-1);
  if (!found) return undefined;
  const name = file.slice(found.index + found[0].length);
  // `index.en.md` is of a language, and where that is depends on many settings.
  if (/\.[a-z]{2}(?:-[a-z]{2,4})?\.[a-z]+$/iu.test(name)) return undefined;
  const parts = partsOf(name, article);
  const values = readSettings(file.slice(0, found.index), settings);
  const [pattern, more] = address(values, parts, categoriesOf(article));
  const own = generator === 'hexo' ? writtenIn(article) : {};
  const made = filled(pattern, { ...own, ...parts, ...more });
  return generator === 'hugo' ? made?.toLowerCase().replace(/\s+/gu, '-') : made;
}

/**
 * The addresses that an article had before it was imported: those that its front matter names, and the one that
 * its generator made.
 */
export function oldAddresses(generator: Generator, article: Article): string[] {
  const named = article.frontMatter.oldAddresses;
  // A permalink takes the place of what would have been made; a vault has no addresses.
  const isNamed = named.some(({ isGuess }) => isGuess);
  const made =
    isNamed || generator === 'obsidian' || generator === 'notebook'
      ? undefined
      : madeAddress(generator, article);
  const all = [...named.map(({ written }) => written), ...(made === undefined ? [] : [made])];
  const paths = all.flatMap((written) => {
    const address = readOldAddress(written);
    return 'path' in address ? [address.path] : [];
  });
  return [...new Set(paths)];
}
