import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SiteConfig } from '../schemas/site.ts';

/** What a run of the compiler depends on besides the content itself. */
export interface ContentSettings {
  readonly contentFolder: string;
  readonly publicFolder: string;
  readonly site: SiteConfig;
  /** Articles dated later are not published yet. */
  readonly now: Date;
  /** Whether drafts and scheduled articles get pages too, as in `npm run dev`. */
  readonly includeUnpublished: boolean;
  /** Threads that render beside the main one; by default one for each further core. */
  readonly threads?: number;
  /** Whether what is wrong with content is a warning, so that any folder of Markdown can be built. */
  readonly lenient?: boolean;
}

/** The project's own folder. */
export const projectRoot: string = fileURLToPath(new URL('../../', import.meta.url));

type Environment = Readonly<Record<string, string | undefined>>;

/** The content folder: `DOWNLINK_CONTENT`, else `content/` of the project. */
export const contentFolderOf = (env: Environment = process.env): string =>
  path.resolve(env.DOWNLINK_CONTENT ?? path.join(projectRoot, 'content'));

/** The output folder: `DOWNLINK_OUT`, else `dist/` of the project. */
export const outFolderOf = (env: Environment = process.env): string =>
  path.resolve(env.DOWNLINK_OUT ?? path.join(projectRoot, 'dist'));

/** What is kept from one run to the next: `DOWNLINK_CACHE`, else a folder in `node_modules`. */
export const cacheRootOf = (env: Environment = process.env): string =>
  path.resolve(env.DOWNLINK_CACHE ?? path.join(projectRoot, 'node_modules', '.cache', 'downlink'));

/** Astro's cache, one for each content folder, so that two of them do not overwrite each other's. */
export function cacheFolderOf(env: Environment = process.env): string {
  const name = createHash('sha256').update(contentFolderOf(env)).digest('hex').slice(0, 12);
  return path.join(cacheRootOf(env), name);
}

/** The moment of the build: `SOURCE_DATE_EPOCH` (seconds) where a reproducible build sets it. */
export function buildMoment(env: Environment = process.env): Date {
  const seconds = Number(env.SOURCE_DATE_EPOCH);
  return env.SOURCE_DATE_EPOCH && Number.isFinite(seconds) ? new Date(seconds * 1000) : new Date();
}
