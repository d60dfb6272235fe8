import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The servers whose configuration the tests try, with the packages of Debian that hold them. */
const packages = {
  nginx: ['nginx-light', 'libnginx-mod-http-brotli-static'],
  caddy: ['caddy'],
} as const;

/** A web server that tests may start. */
export interface WebServer {
  readonly program: string;
  /** Environment that it needs to find its own libraries. */
  readonly env: Readonly<Record<string, string>>;
  /** Folder that its modules are in, if it has any. */
  readonly modules: string;
}

/** Where packages are unpacked: nothing is installed, and no server starts by itself. */
const unpacked = path.resolve('node_modules', '.cache', 'downlink', 'web-servers');

/** A server that is installed, or unpacked for the tests. */
export function findServer(name: keyof typeof packages): WebServer | undefined {
  const folders = ['/usr/sbin', '/usr/bin', '/usr/local/bin', '/opt/homebrew/bin'];
  const installed = folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
  if (installed !== undefined) return { program: installed, env: {}, modules: '/usr/lib/nginx/modules' };
  const [program] = globSync(`usr/{s,}bin/${name}`, { cwd: unpacked });
  if (program === undefined) return undefined;
  const libraries = globSync(['usr/lib/*-linux-*', 'lib/*-linux-*'], { cwd: unpacked });
  const places = libraries.map((folder) => path.join(unpacked, folder)).join(':');
  return {
    program: path.join(unpacked, program),
    env: places === '' ? {} : { LD_LIBRARY_PATH: places },
    modules: path.join(unpacked, 'usr', 'lib', 'nginx', 'modules'),
  };
}

async function download(names: readonly string[], archives: string): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const into = ['-o', `Dir::Cache::archives=${archives}`, '-o', 'APT::Sandbox::User=root'];
  const install = ['install', '-y', '-qq', '--no-install-recommends', '--download-only', ...into, ...names];
  mkdirSync(path.join(archives, 'partial'));
  try {
    await run('apt-get', install, { env });
  } catch {
    // The lists of packages may be old, or not there at all.
    await run('apt-get', ['update', '-qq'], { env });
    await run('apt-get', install, { env });
  }
}

/**
 * Fetches the web servers that are not there, where we are root on Debian. Elsewhere, and where that fails, the
 * tests that need them are skipped and say why.
 */
export async function ensureServers(): Promise<void> {
  const missing = (Object.keys(packages) as (keyof typeof packages)[]).filter((name) => !findServer(name));
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const archives = mkdtempSync(path.join(tmpdir(), 'downlink-servers-'));
  try {
    await download(
      missing.flatMap((name) => packages[name]),
      archives,
    );
    mkdirSync(unpacked, { recursive: true });
    for (const file of globSync('*.deb', { cwd: archives }))
      await run('dpkg', ['-x', path.join(archives, file), unpacked]);
  } catch (error) {
    process.stdout.write(`No web server for the tests: ${(error as Error).message}\n`);
  } finally {
    rmSync(archives, { recursive: true, force: true });
  }
}
