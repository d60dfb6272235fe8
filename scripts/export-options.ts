import path from 'node:path';
import { parseArgs } from 'node:util';
import { builtSite, type BuiltSite, checkLocale } from '../src/exports/built-articles.ts';
import { writeWhole } from '../src/exports/write-whole.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { givenPath, readArguments, readFolder, withSettings } from './options.ts';

/** Lines of a usage that all exports share. */
export const exportOptions = `  --locale    id of its language; else the first one that it is written in
  --to        folder to write into; else that in which the command is called
  --out       folder of the built site (or DOWNLINK_OUT)
  --help      this text
`;

/** What is to be exported, and where to. */
export interface ExportRequest {
  /** At least one. */
  readonly names: readonly string[];
  /** Id of a locale, where one was asked for. */
  readonly locale: string | undefined;
  /**
   * Opens the built site.
   *
   * @throws {ExportError} where there is none, or not that locale.
   */
  readonly openSite: () => BuiltSite;
  readonly siteName: string;
  /** Writes a whole file, named after its language where that is not the first one. @returns its path. */
  readonly write: (name: string, locale: string, extension: string, content: Uint8Array) => string;
}

/**
 * Reads the arguments of an export.
 *
 * @param missing what to say where nothing, or too much, is named.
 * @param most how many may be named.
 */
export async function readExport(
  usage: string,
  missing: string,
  most = Number.POSITIVE_INFINITY,
): Promise<ExportRequest> {
  const { values, positionals } = readArguments(usage, () => {
    const parsed = parseArgs({
      allowPositionals: true,
      options: {
        locale: { type: 'string' },
        to: { type: 'string', default: '.' },
        out: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
    const count = parsed.positionals.length;
    if (!parsed.values.help && (count === 0 || count > most)) throw new Error(missing);
    return parsed;
  });
  readFolder('out', values.out);
  const { site: settings } = await withSettings(() => import('../src/site.config.ts'));
  const locales = settings.locales.map(({ id }) => id);
  return {
    names: positionals,
    locale: values.locale,
    openSite: () => {
      const site = builtSite(outFolderOf(), locales);
      checkLocale(site, values.locale);
      return site;
    },
    siteName: settings.name,
    write: (name, locale, extension, content) => {
      const language = locale === locales[0] ? '' : `.${locale}`;
      const file = path.join(givenPath(values.to), `${name}${language}.${extension}`);
      writeWhole(file, content);
      return file;
    },
  };
}
