import { href } from '../urls.ts';
import { askHost } from './ask-host.ts';
import { type BuiltFile, builtFiles, sampleOf } from './built-files.ts';
import { Deployment } from './deployment.ts';
import type { HostFinding } from './findings.ts';
import { readHostedSite } from './hosted-site.ts';
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
  const { sample = Infinity, parallel, isPlain } = options;
  const chosen = sampleOf(files, sample);
  const redirects = sampleOf(site.redirects, sample);
  const folders = files.filter(({ address: one }) => one.endsWith('/') && one !== '/');
  const deployment = new Deployment(site, address.origin, isPlain);
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
