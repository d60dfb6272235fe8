import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answer, askHost } from './ask-host.ts';
import type { BuiltFile } from './built-files.ts';
import { bodyProblems, headerProblems, type Problem } from './check-answer.ts';
import type { HostFinding } from './findings.ts';
import type { HostedSite } from './hosted-site.ts';
import type { HostRedirect } from './redirects-file.ts';

const permanent = [301, 308];
const temporary = [302, 303, 307];

/** Codes of errors by which zlib says that it cannot read what it is given. */
const isUnpacking = /^(?:Z_|ERR__)/u;

/** The deployment of one build: what it is asked, and what is found out. */
export class Deployment {
  readonly findings: HostFinding[] = [];
  readonly #site: HostedSite;
  readonly #origin: string;
  readonly #isPlain: boolean;

  /** @param isPlain whether the host can set no headers and make no redirects. */
  constructor(site: HostedSite, origin: string, isPlain: boolean) {
    this.#site = site;
    this.#origin = origin;
    this.#isPlain = isPlain;
  }

  #find(at: string, ...problems: readonly Problem[]): void {
    this.findings.push(...problems.map((problem) => ({ at, ...problem })));
  }

  /** Asks for a path, percent-encoded; that there is no answer is a finding. */
  async #ask(pathname: string, headers?: Readonly<Record<string, string>>): Promise<Answer | undefined> {
    const answer = await askHost(new URL(pathname, this.#origin), headers);
    if (typeof answer !== 'string') return answer;
    this.#find(
      pathname,
      isUnpacking.test(answer)
        ? {
            message: `comes compressed, and cannot be unpacked (${answer})`,
            hint: 'publish this build whole, its .br and .gz with it',
          }
        : { message: `no answer (${answer})`, hint: 'try again, with less --parallel' },
    );
    return undefined;
  }

  /** Where an answer leads; nothing where it leads nowhere. */
  #target(pathname: string, { status, headers }: Answer): string | undefined {
    const location = headers.get('location');
    if (![...permanent, ...temporary].includes(status) || location === null) return undefined;
    // Some hosts write UTF-8 as it is, which HTTP reads as Latin-1.
    const written = Buffer.from(location, 'latin1').toString();
    const url = URL.parse(written, new URL(pathname, this.#origin).href);
    if (url?.origin !== this.#origin) return written;
    // Others write the digits of `%e8` small.
    return url.pathname.replace(/%[\da-f]{2}/giu, (code) => code.toUpperCase());
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
    if (!this.#isPlain) this.#find(pathname, ...headerProblems(this.#site.rules, address, answer.headers));
  }

  /** An old address must lead on; `page` is the one that was built there, if any. */
  async redirect({ from, to }: HostRedirect, page: BuiltFile | undefined): Promise<void> {
    const isPlain = this.#isPlain;
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
    } else if (!this.#isPlain) {
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
