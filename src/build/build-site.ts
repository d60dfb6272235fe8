import { existsSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic } from '../diagnostics/diagnostic.ts';
import { formatReport, formatSummary } from '../diagnostics/report-text.ts';
import { compressFiles } from '../publishing/compress-files.ts';
import { prepareFonts } from '../fonts/prepare-fonts.ts';
import { outFolderOf, projectRoot } from '../loader/content-settings.ts';
import { printingFailures } from '../loader/printing-failures.ts';
import { processSession } from '../loader/session.ts';
import { forgetFailures } from '../mdx/failures.ts';
import { processSocialImages } from '../social-images/shared.ts';
import { renderTimes } from '../render-times.ts';
import { refusalOf } from '../system-error.ts';
import type { KeptPages } from './kept-pages.ts';
import { LockedError, takeLock } from './lock.ts';
import { lockFileOf, markerOf, OutputError, OutputFolder } from './output-folder.ts';
import { expectedPages } from './page-counter.ts';
import { printPages } from './print-pages.ts';
import { profileText } from './profile.ts';
import { countOf, Progress } from './progress.ts';
import { SearchIndexing } from './search-indexing.ts';
import { writeHeaders, writePrintedFiles } from './write-headers.ts';
import { writeRedirects } from './write-redirects.ts';
import { writeServiceWorker } from './write-service-worker.ts';

/** How a build ended. */
export type BuildResult = 'built' | 'content-errors' | 'locked' | 'failed';

const hasErrors = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error');

function generatorName(): string {
  const { version } = JSON.parse(readFileSync(path.join(projectRoot, 'package.json'), 'utf8')) as {
    version: string;
  };
  // Compressed copies of one Node.js may not be those of another.
  return `Downlink ${version}, Node.js ${process.version}`;
}

/** Writes what leads from old addresses to the articles. */
function writeOldAddresses(staging: string): void {
  const { compiler, content } = processSession();
  const left = writeRedirects(staging, content?.redirects ?? [], compiler.settings.site);
  for (const address of left) {
    process.stderr.write(`  ${address} has no page of its own: a file of that name is there.\n`);
  }
}

/** Compresses the finished site; what the site before has of the same files is taken from there. */
async function compress(progress: Progress, { staging, out }: OutputFolder): Promise<void> {
  progress.begin('compress');
  const previous = markerOf(out) === generatorName() ? out : undefined;
  const { files, reused } = await compressFiles(staging, previous, (done, total) => {
    progress.update(done, 'file', total);
  });
  progress.end(`${countOf(files, 'file')} compressed, ${String(reused)} of them before`);
}

/** Checks all content; the result stays in the session for Astro. */
async function checkContent(progress: Progress): Promise<boolean> {
  const session = processSession();
  progress.begin('content');
  session.content = await session.compiler.compile((done, total) => {
    progress.update(done, 'article', total);
  });
  const { articles, diagnostics, sourceOf } = session.content;
  if (hasErrors(diagnostics)) progress.abandon();
  else progress.end(`${countOf(articles.length, 'article')} checked`);
  // A stranger's folder may have thousands; a build ends with how many there are of each rule.
  const most = session.compiler.settings.lenient ? 3 : undefined;
  if (diagnostics.length > 0) process.stderr.write(`\n${formatReport(diagnostics, sourceOf, most)}\n`);
  return !hasErrors(diagnostics);
}

/** `/en/404/` → `/en/404.html`, where hosts look for it. Astro writes that of the root in this way by itself. */
function movePagesOfMissing(staging: string): void {
  for (const { prefix } of processSession().compiler.settings.site.locales) {
    const folder = path.join(staging, prefix, '404');
    if (!existsSync(folder)) continue;
    renameSync(path.join(folder, 'index.html'), `${folder}.html`);
    rmdirSync(folder);
  }
}

async function cutFonts(progress: Progress): Promise<void> {
  progress.begin('fonts');
  const { files, bytes } = await prepareFonts(processSession().content?.articles ?? []);
  progress.end(`${countOf(files, 'face')} cut to ${String(Math.round(bytes / 1000))} kB`);
}

/** Says what has failed while pages were printed. @returns whether the site may be published. */
function reportFailures(): boolean {
  const { compiler, content } = processSession();
  const found = printingFailures(compiler.settings);
  if (!content || found.length === 0) return true;
  processSession().content = { ...content, diagnostics: [...content.diagnostics, ...found] };
  process.stderr.write(`\n${formatReport(found, content.sourceOf)}\n`);
  return !hasErrors(found);
}

/** Writes the pages that are not as they were; the others are taken from the last site. */
async function writePages(progress: Progress, output: OutputFolder): Promise<KeptPages> {
  progress.begin('pages');
  forgetFailures();
  const { pages, taken, kept } = await printPages(output, (count) => {
    progress.update(count, 'page', expectedPages());
  });
  movePagesOfMissing(output.staging);
  writePrintedFiles(output.staging);
  progress.end(`${countOf(pages, 'page')} written, ${countOf(taken, 'file')} as before`);
  return kept;
}

/** Draws the images that the pages have asked for. */
async function writeSocialImages(progress: Progress, staging: string, kept: KeptPages): Promise<void> {
  const images = processSocialImages();
  if (!images) return;
  progress.begin('images');
  const onWritten = (done: number, of: number): void => {
    progress.update(done, 'social image', of);
  };
  // They are named after all that they show.
  const { total, drawn, missing } = await images.write(staging, onWritten, {
    take: (name) => kept.take(name, name, staging),
    keep: (name, png) => {
      kept.keep(name, name, png);
    },
  });
  progress.end(`${countOf(total, 'social image')} written, ${String(drawn)} of them drawn anew`);
  for (const { title, characters } of missing) {
    process.stderr.write(`  No face has ${characters.join(' ')} for the social image of “${title}”.\n`);
  }
}

async function finishSearchIndex(
  progress: Progress,
  indexing: SearchIndexing,
  staging: string,
): Promise<void> {
  progress.begin('search');
  const made = await indexing.finish(staging);
  progress.end(made === 0 ? 'index as before' : `${countOf(made, 'article')} indexed beside the pages`);
}

/** Runs `work` with locks on the output folder and on Astro's own files in the project. */
async function withLocks<Result>(out: string, work: () => Promise<Result>): Promise<Result> {
  const releaseOut = takeLock(lockFileOf(out), out);
  try {
    const projectLock = path.join(projectRoot, 'node_modules', '.cache', 'downlink', 'build-lock');
    const releaseProject = takeLock(projectLock, 'this project');
    try {
      return await work();
    } finally {
      releaseProject();
    }
  } finally {
    releaseOut();
  }
}

/** Lets Ctrl-C and a polite kill remove the unfinished site before they end the process. */
function discardOnSignal(output: OutputFolder): () => void {
  const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
  const handlers = Object.entries(signals).map(([signal, code]) => {
    const handler = (): void => {
      output.discard();
      process.stderr.write(`\nStopped; ${output.out} is as it was.\n`);
      process.exit(code);
    };
    process.on(signal, handler);
    return () => process.off(signal, handler);
  });
  return () => {
    for (const remove of handlers) remove();
  };
}

/** Says at the end of a lenient build what is wrong with the content, by rule. */
function summarise(): void {
  const { compiler, content } = processSession();
  if (!compiler.settings.lenient || !content?.diagnostics.length) return;
  process.stdout.write(
    `\n  Shown as it was written, left out or guessed:\n\n${formatSummary(content.diagnostics)}`,
  );
}

/** Says where the time went, where that was asked for; to a file too, where one is named. */
function tellTimes({ phases }: Progress): void {
  const times = renderTimes()?.take();
  if (!times) return;
  const profile = { phases, ...times };
  process.stdout.write(`\n${profileText(profile)}`);
  const file = process.env.DOWNLINK_PROFILE ?? '1';
  if (file === '1') return;
  const named = path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
  try {
    writeFileSync(named, `${JSON.stringify(profile, undefined, 2)}\n`);
  } catch (error) {
    // The site is there all the same.
    process.stderr.write(`${refusalOf(error) ?? String(error)}\n`);
  }
}

async function buildInto(output: OutputFolder, progress: Progress): Promise<BuildResult> {
  output.prepare();
  const ignoreSignals = discardOnSignal(output);
  let indexing: SearchIndexing | undefined;
  try {
    if (!(await checkContent(progress))) {
      process.stderr.write(`Nothing was built; ${output.out} is as it was.\n`);
      return 'content-errors';
    }
    indexing = new SearchIndexing(output);
    await cutFonts(progress);
    const kept = await writePages(progress, output);
    if (!reportFailures()) {
      process.stderr.write(`Nothing was built; ${output.out} is as it was.\n`);
      return 'content-errors';
    }
    await writeSocialImages(progress, output.staging, kept);
    await finishSearchIndex(progress, indexing, output.staging);
    const { site } = processSession().compiler.settings;
    await writeServiceWorker(output.staging, site, kept.hashes);
    writeHeaders(output.staging, site);
    kept.save(output.staging);
    // Behind the headers: hosts take few rules, and folders of old addresses need none.
    writeOldAddresses(output.staging);
    if (site.precompress) await compress(progress, output);
    // From here on the old site goes: both renames happen in one turn of the event loop.
    output.publish(generatorName());
    process.stdout.write(`\n  ${output.out} is ready (${progress.elapsed}).\n`);
    summarise();
    tellTimes(progress);
    return 'built';
  } finally {
    await indexing?.stop();
    output.discard();
    ignoreSignals();
  }
}

/**
 * Builds the site from the content folder into the output folder (`DOWNLINK_CONTENT`,
 * `DOWNLINK_OUT`): checks, writes beside, and exchanges the folders only when all went well.
 */
export async function buildSite(): Promise<BuildResult> {
  const progress = new Progress();
  const out = outFolderOf();
  try {
    return await withLocks(out, () => buildInto(new OutputFolder(out), progress));
  } catch (error) {
    progress.abandon();
    if (error instanceof LockedError) {
      process.stderr.write(`${error.message}\nWait for it, or stop it first.\n`);
      return 'locked';
    }
    const known = error instanceof OutputError;
    process.stderr.write(`\n${known ? error.message : describe(error)}\n`);
    if (!known) process.stderr.write(`Nothing was built; ${out} is as it was.\n`);
    return 'failed';
  }
}

/** What the bundler says of a file names its place; the bundler's own stack tells an author nothing. */
const isOfBundler = (error: Error): boolean => 'errors' in error || 'loc' in error;

const describe = (error: unknown): string =>
  refusalOf(error) ??
  (error instanceof Error
    ? ((isOfBundler(error) ? undefined : error.stack) ?? error.message)
    : String(error));
