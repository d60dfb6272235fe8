import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../diagnostics/diagnostic.ts';
import type { SiteConfig } from '../schemas/site.ts';
import { projectRoot } from './content-settings.ts';

/** The file of the site's settings as reports name it. */
export const settingsFile = 'src/site.config.ts';

/** The text of the site's settings, for code frames. */
export const settingsSource = (): string => readFileSync(path.join(projectRoot, settingsFile), 'utf8');

/** An old address that the settings redirect. */
export interface SettingsRedirect {
  readonly from: string;
  readonly to: string;
  readonly place: Pick<Finding, 'line' | 'column' | 'length'>;
}

/** Where a key in quotes stands in a file; nowhere where it is made by code. */
function placeOf(key: string, source: string): SettingsRedirect['place'] {
  const start = ["'", '"', '`'].map((quote) => source.indexOf(quote + key + quote)).find((at) => at >= 0);
  if (start === undefined) return {};
  const before = source.slice(0, start).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, length: key.length + 2 };
}

/** The redirects of the settings with their places in the file. */
export function settingsRedirects({ redirects }: Pick<SiteConfig, 'redirects'>): SettingsRedirect[] {
  const all = Object.entries(redirects);
  if (all.length === 0) return [];
  const source = settingsSource();
  return all.map(([from, to]) => ({ from, to, place: placeOf(from, source) }));
}
