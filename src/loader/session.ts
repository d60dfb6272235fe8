import path from 'node:path';
import { processWide } from '../process-wide.ts';
import { DiskCache } from '../renditions/disk-cache.ts';
import { processRenditions } from '../renditions/shared.ts';
import { RenditionStore } from '../renditions/store.ts';
import { site } from '../site.config.ts';
import { type CompiledContent, ContentCompiler } from './content-compiler.ts';
import { buildMoment, cacheRootOf, contentFolderOf, projectRoot } from './content-settings.ts';

/** The compiler of this process and what it last compiled. */
export interface Session {
  readonly compiler: ContentCompiler;
  /** The last result; a command that has compiled leaves it here for Astro. */
  content: CompiledContent | undefined;
  /** Called after each run in dev; by name, so that a server that starts again takes its own place. */
  readonly onCompiled: Map<string, () => void>;
  /**
   * Waits until pages show the text of some articles, by absolute path, which are rendered before others; or of all
   * that an author who starts to write had not to wait for.
   */
  rendered?: (files?: readonly string[]) => Promise<void>;
}

/**
 * The session of this process, made on first use from the environment (`DOWNLINK_CONTENT`,
 * `DOWNLINK_DRAFTS`, `DOWNLINK_LENIENT`, `DOWNLINK_CACHE`, `SOURCE_DATE_EPOCH`) and `src/site.config.ts`.
 */
export const processSession = (): Session =>
  processWide('session', () => {
    const settings = {
      contentFolder: contentFolderOf(),
      publicFolder: path.join(projectRoot, 'public'),
      site,
      now: buildMoment(),
      includeUnpublished: process.env.DOWNLINK_DRAFTS === '1',
      lenient: process.env.DOWNLINK_LENIENT === '1',
    };
    // What was rendered and compiled for any content folder, kept from one run to the next.
    const [renditions, articles] = ['renditions', 'articles'].map(
      (name) => new DiskCache(path.join(cacheRootOf(), name)),
    );
    processRenditions(() => new RenditionStore(renditions, path.join(cacheRootOf(), 'held')));
    return {
      compiler: new ContentCompiler(settings, articles),
      content: undefined,
      onCompiled: new Map<string, () => void>(),
    };
  });
