import { readFileSync } from 'node:fs';
import path from 'node:path';
import { href } from '../urls.ts';
import { type Answer, askHost } from './ask-host.ts';
import { type BuiltFile, builtFiles, sampleOf } from './built-files.ts';
import { bodyProblems, headerProblems, type Problem } from './check-answer.ts';
import type { HostFinding } from './findings.ts';
import { type HostedSite, readHostedSite } from './hosted-site.ts';
import type { HostRedirect } from './redirects-file.ts';

/** How a deployment is checked. */
export interface DeployCheckOptions {
  /** Files that are asked for; all without it. */
  readonly sample?: number | undefined;
  /** Requests at once. */
  readonly parallel: number;
  /** Whether the host can set no headers and make no redirects, as GitHub Pages: pages do it by themselves. */
  readonly isPlain: boolean;
}

/** What a check looked at, and what it found. */
export interface DeployCheck {
  readonly files: number;
  readonly redirects: number;
  readonly findings: readonly HostFinding[];
}

/** Thrown when nothing can be compared. */
export class DeployCheckError extends Error {
  override name = 'DeployCheckError';
}

/** Pages whose address is tried without its slash. */
const slashSample = 10;
const permanent = [301, 308];
const temporary = [302, 303, 307];

/** The deployment of one build. */
class Deployment {
  readonly findings: HostFinding[] = [];
  readonly #site: HostedSite;
  readonly #origin: string;
  readonly #options: DeployCheckOptions;

  constructor(site: HostedSite, origin: string, options: DeployCheckOptions) {
    this.#site = site;
    this.#origin = origin;
    this.#options = options;
  }

  #find(at: string, ...problems: readonly Problem[]): void {
    this.findings.push(...problems.map((problem) => ({ at, ...problem })));
  }

  /** Asks for a path, percent-encoded; that there is no answer is a finding. */
  async #ask(pathname: string, headers?: Readonly<Record<string, string>>): Promise<Answer | undefined> {
    const answer = await askHost(new URL(pathname, this.#origin), headers);
    if (typeof answer !== 'string') return answer;
    this.#find(pathname, { message: `no answer (${answer})`, hint: 'try again, with less --parallel' });
    return undefined;
  }

  /** Where an answer leads; nothing where it leads nowhere. */
  #target(pathname: string, { status, headers }: Answer): string | undefined {
    const location = headers.get('location');
    if (![...permanent, ...temporary].includes(status) || location === null) return undefined;
    // Some hosts write UTF-8 as it is, which HTTP reads as Latin-1.
    const written = Buffer.from(location, 'latin1').toString();
    const url = new URL(written, new URL(pathname, this.#origin));
    // Others write the digits of `%e8` small.
    return url.origin === this.#origin ? encodeURI(decodeURI(url.pathname)) : url.href;
  }

  async file({ file, address }: BuiltFile): Promise<void> {
    const pathname = encodeURI(address);
    const answer = await this.#ask(pathname);
    if (!answer) return;
    if (answer.status !== 200) {
      const hint = pathname.includes('/_')
        ? 'some hosts leave out names that begin with `_`: publish all files (on GitHub Pages with the workflow, or with a file `.nojekyll`)'
        : 'publish all files of the build, and let the host rewrite no addresses';
      const target = this.#target(pathname, answer);
      const message = target === undefined ? `status ${String(answer.status)}` : `leads to ${target}`;
      this.#find(pathname, { message: `${message} instead of the file`, hint });
      return;
    }
    this.#find(pathname, ...bodyProblems(file, readFileSync(file), answer));
    if (!this.#options.isPlain)
      this.#find(pathname, ...headerProblems(this.#site.rules, address, answer.headers));
  }

  /** An old address must lead on; `page` is the one that was built there, if any. */
  async redirect({ from, to }: HostRedirect, page: BuiltFile | undefined): Promise<void> {
    const { isPlain } = this.#options;
    if (isPlain && !page) return;
    const answer = await this.#ask(from);
    if (!answer) return;
    const target = this.#target(from, answer);
    if (target === to && permanent.includes(answer.status)) return;
    if (target === to) {
      const message = `leads on with the temporary status ${String(answer.status)}`;
      this.#find(from, { message, hint: 'make it 301, so that search engines follow' });
    } else if (isPlain && target === `${from}/`) return;
    else if (page && answer.status === 200 && answer.body.equals(readFileSync(page.file))) {
      if (isPlain) return;
      this.#find(from, {
        message: 'is a page that leads on, not a redirect',
        hint: 'set `redirectPages: false` for Netlify, which prefers pages to `_redirects`; check a host without redirects with --plain',
      });
    } else {
      const said = target === undefined ? `has the status ${String(answer.status)}` : `leads to ${target}`;
      const hint = 'the host must read `_redirects`, or take what `npm run headers` prints after each build';
      this.#find(from, { message: `${said} and not to ${to}`, hint });
    }
  }

  /** The policy of this site: a page is a folder, and its address ends in a slash. */
  async withoutSlash(address: string): Promise<void> {
    const pathname = encodeURI(address.slice(0, -1));
    const answer = await this.#ask(pathname);
    if (!answer || this.#target(pathname, answer) === encodeURI(address)) return;
    this.#find(pathname, {
      message: `status ${String(answer.status)} and no redirect to the address with a slash`,
      hint: 'let the host redirect folders, so that each page has one address',
    });
  }

  /** What is not there must be answered with 404 and the page for it. */
  async missing(page: string, out: string): Promise<void> {
    const folder = page.slice(0, -'404.html'.length);
    const pathname = `${folder}no-such-page-${String(Date.now())}/`;
    const answer = await this.#ask(pathname);
    if (!answer) return;
    const at = `${folder}…`;
    if (answer.status !== 404) {
      const message = `an address that does not exist has the status ${String(answer.status)}, not 404`;
      this.#find(at, { message, hint: 'turn off what answers every address with one page' });
      return;
    }
    const { base, rules } = this.#site;
    // Some hosts know one such page, that of the root.
    const pages = [page, `${base}404.html`].map((one) =>
      readFileSync(path.join(out, one.slice(base.length))),
    );
    if (!pages.some((built) => answer.body.equals(built))) {
      const hint = `let the host answer 404 with \`${page}\``;
      this.#find(at, { message: 'an address that does not exist is not answered with 404.html', hint });
    } else if (!this.#options.isPlain) {
      const common = rules.slice(0, 1).map(({ path: where, headers }) => {
        const { 'Content-Security-Policy': _policy, ...others } = headers;
        return { path: where, headers: others };
      });
      this.#find(at, ...headerProblems(common, pathname, answer.headers));
    }
  }

  /** Who has a page must not be sent it again, and who reads no compressed page must not get one. */
  async again(pathname: string): Promise<void> {
    const plain = await this.#ask(pathname, { 'accept-encoding': 'identity' });
    const coding = plain?.headers.get('content-encoding') ?? 'identity';
    if (coding !== 'identity') {
      const message = `comes as \`${coding}\` to readers who did not ask for it`;
      this.#find(pathname, { message, hint: 'let the host look at Accept-Encoding' });
    }
    const etag = plain?.headers.get('etag');
    const changed = plain?.headers.get('last-modified');
    const known = etag ? { 'if-none-match': etag } : changed ? { 'if-modified-since': changed } : undefined;
    const second = known && (await this.#ask(pathname, { 'accept-encoding': 'identity', ...known }));
    if (second?.status === 304) return;
    this.#find(pathname, {
      message: known ? 'is sent again to readers who have it' : 'has neither ETag nor Last-Modified',
      hint: 'let the host answer 304 to conditional requests',
    });
  }
}

/** Does `work` for all items, some at once. */
async function inParallel<Item>(
  items: readonly Item[],
  parallel: number,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = items.values();
  const next = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: parallel }, next));
}

/**
 * Compares what is served under an address with what was built.
 *
 * @param out folder of the built site.
 * @param address of the deployed site, with its base path.
 * @throws {DeployCheckError} when there is no site, or the host cannot be reached.
 */
export async function checkDeployment(
  out: string,
  address: URL,
  options: DeployCheckOptions,
): Promise<DeployCheck> {
  const site = readHostedSite(out);
  if (!site) throw new DeployCheckError('No site has been built yet: npm run build');
  const { base } = site;
  if (encodeURI(base) !== address.pathname)
    throw new DeployCheckError(
      `The site in ${out} was built for ${base}, not for ${address.pathname}: npm run build -- --base ${address.pathname}`,
    );
  const first = await askHost(address);
  if (typeof first === 'string') throw new DeployCheckError(`${address.href} does not answer: ${first}`);

  const old = new Set(site.redirects.map(({ from }) => from));
  const all = builtFiles(out, base);
  const byAddress = new Map(all.map((built) => [encodeURI(built.address), built]));
  const pageAt = ({ from }: HostRedirect): BuiltFile | undefined =>
    byAddress.get(from) ?? byAddress.get(`${from}/`);
  const files = all.filter((built) => !old.has(encodeURI(built.address)));
  const { sample = Infinity, parallel } = options;
  const chosen = sampleOf(files, sample);
  const redirects = sampleOf(site.redirects, sample);
  const folders = files.filter(({ address: one }) => one.endsWith('/') && one !== '/');
  const deployment = new Deployment(site, address.origin, options);
  const tasks = [
    ...chosen.map((built) => () => deployment.file(built)),
    ...redirects.map((redirect) => () => deployment.redirect(redirect, pageAt(redirect))),
    ...sampleOf(folders, slashSample).map((one) => () => deployment.withoutSlash(one.address)),
    ...site.missing.map((page) => () => deployment.missing(page, out)),
    () => deployment.again(href(base, '/')),
  ];
  await inParallel(tasks, parallel, (task) => task());
  return { files: chosen.length, redirects: redirects.length, findings: deployment.findings };
}
