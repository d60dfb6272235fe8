import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { rulesIn } from '../../scripts/serve.ts';
import { serveFolder } from '../../scripts/static-server.ts';
import { findServer, type WebServer } from '../../scripts/web-servers.ts';
import { checkDeployment } from '../../src/publishing/check-deployment.ts';
import { findingLines } from '../../src/publishing/findings.ts';
import { runCommand } from '../build/run-build.ts';
import { useBrowser } from './browser.ts';

/** The site's own content under `/`, and a small one under a base path, with old addresses and compressed copies. */
const folders = inject('folders');
const cases = [
  ['/', folders.root],
  ['/some/base/', folders.reading],
] as const;

const visit = useBrowser();
const running: ChildProcess[] = [];
const work = mkdtempSync(path.join(tmpdir(), 'downlink-deploy-'));
afterAll(() => {
  for (const child of running) child.kill();
  rmSync(work, { recursive: true, force: true });
});

/** A port that nobody listens on. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address ? address.port : 0);
      });
    });
  });

/** Starts a server and waits until it answers. */
async function start({ program, env }: WebServer, args: readonly string[], address: string): Promise<void> {
  const child = spawn(program, args, {
    env: { ...process.env, ...env, HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.push(child);
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  for (;;) {
    if (child.exitCode !== null) throw new Error(said);
    const isUp = await fetch(address).then(
      () => true,
      () => false,
    );
    if (isUp) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const compare = async (address: string, out: string, isPlain = false): Promise<void> => {
  const { files, findings } = await checkDeployment(out, new URL(address), { parallel: 8, isPlain });
  expect(findingLines(findings)).toEqual([]);
  expect(files).toBeGreaterThan(100);
};

/** The first coding that a host sends a page in. */
async function codingOf(address: string): Promise<string | null> {
  const { headers } = await fetch(address, { headers: { 'accept-encoding': 'br' } });
  return headers.get('content-encoding');
}

describe.each(cases)('a site under %s', (base, out) => {
  let archive: string;

  /** What goes to a host is tried as it arrives there. */
  beforeAll(async () => {
    archive = mkdtempSync(path.join(work, 'site-'));
    const file = path.join(archive, 'site.tar.gz');
    const { code, output } = await runCommand('tarball', [file, '--out', out]);
    expect(code, output).toBe(0);
    const bytes = readFileSync(file);
    expect((await runCommand('tarball', [file, '--out', out])).code).toBe(0);
    expect(readFileSync(file).equals(bytes), 'two archives').toBe(true);
    const tar = spawn('tar', ['-xzf', file, '-C', archive, '--strip-components=1']);
    expect(await new Promise((resolve) => tar.on('close', resolve))).toBe(0);
  });

  it('is served by the preview as it was built', async () => {
    const port = await serveFolder(out, base, 0, rulesIn(out));
    await compare(`http://127.0.0.1:${String(port)}${base}`, out);
  });

  it('is served as it was built by a host that sends files and nothing else', async () => {
    const port = await serveFolder(out, base, 0);
    await compare(`http://127.0.0.1:${String(port)}${base}`, out, true);
  });

  const nginx = findServer('nginx');
  it.skipIf(!nginx)(nginx ? 'is served by nginx as it was built' : 'nginx is not installed', async () => {
    if (!nginx) return;
    const port = await freePort();
    const snippet = path.join(archive, 'nginx.conf');
    const brotli = path.join(nginx.modules, 'ngx_http_brotli_static_module.so');
    // What README says to do where the module is there.
    writeFileSync(snippet, readFileSync(snippet, 'utf8').replace('# brotli_static on;', 'brotli_static on;'));
    const folder = mkdtempSync(path.join(work, 'nginx-'));
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${folder}/${name};`,
    );
    const config = path.join(folder, 'nginx.conf');
    writeFileSync(
      config,
      `load_module ${brotli};
daemon off;
user root;
pid ${folder}/pid;
error_log stderr;
events {}
http {
  access_log off;
  ${temporary.join('\n  ')}
  server {
    listen 127.0.0.1:${String(port)};
    root ${archive}/public;
    include ${snippet};
  }
}
`,
    );
    const address = `http://127.0.0.1:${String(port)}${base}`;
    await start(nginx, ['-c', config, '-e', 'stderr', '-p', folder], address);
    await compare(address, out);
    // Only what the build has compressed comes as Brotli.
    expect(await codingOf(address)).toBe(base === '/' ? null : 'br');
  });

  const caddy = findServer('caddy');
  it.skipIf(!caddy)(caddy ? 'is served by Caddy as it was built' : 'Caddy is not installed', async () => {
    if (!caddy) return;
    const port = await freePort();
    const address = `http://127.0.0.1:${String(port)}`;
    const config = path.join(archive, 'Caddyfile');
    writeFileSync(
      config,
      `{
  admin off
  auto_https off
}
${address} {
  root * ${archive}/public
  import ${archive}/caddy.conf
}
`,
    );
    await start(caddy, ['run', '--config', config], address + base);
    await compare(address + base, out);
    expect(await codingOf(address + base)).toBe(base === '/' ? null : 'br');
  });
});

it('an old address leads on in a browser, by its page alone', async () => {
  const port = await serveFolder(folders.reading, '/some/base/', 0);
  const home = `http://127.0.0.1:${String(port)}/some/base/`;
  await visit(`${home}notes/target.html`, async (page) => {
    await page.waitForURL(`${home}posts/target/`);
    await page.goto(`${home}2021/03/04/目标`);
    await page.waitForURL(`${home}posts/target/`);
    expect(await page.locator('h1').textContent()).toContain('目标文章');
  });
});

describe('npm run deploy-check', () => {
  it.each([
    [['--help'], 0, 'npm run deploy-check'],
    [[], 2, 'Name the address'],
    [['http://127.0.0.1:1/', '--sample', 'few'], 2, '--sample few is not a number'],
    [['http://127.0.0.1:1/', '--out', folders.root], 2, 'does not answer: '],
  ])('answers %j with %i', async (args, code, words) => {
    const result = await runCommand('deploy-check', args);
    expect(result.output).toContain(words);
    expect(result.code).toBe(code);
    expect(result.output).not.toMatch(/^\s+at /mu);
  });

  it('ends with 1 and one line for each finding, and `npm run tarball` with an error where nothing was built', async () => {
    const port = await serveFolder(folders.reading, '/some/base/', 0);
    const address = `http://127.0.0.1:${String(port)}/some/base`;
    const { code, output } = await runCommand('deploy-check', [
      address,
      '--out',
      folders.reading,
      '--sample',
      '5',
    ]);
    expect(code).toBe(1);
    expect(output).toMatch(
      /^\/some\/base\/\S* and \d+ more: there is no X-Content-Type-Options\. Hint: .*\.$/mu,
    );
    expect(output).toContain('5 files and 4 old addresses compared.');
    const right = await serveFolder(folders.reading, '/some/base/', 0, rulesIn(folders.reading));
    const good = `http://127.0.0.1:${String(right)}/some/base/`;
    expect(await runCommand('deploy-check', [good, '--out', folders.reading, '--sample', '5'])).toEqual({
      code: 0,
      output: '5 files and 4 old addresses compared: all is as built.\n',
    });
    const tarball = await runCommand('tarball', ['--out', work]);
    expect([tarball.code, tarball.output]).toEqual([1, 'No site has been built yet: npm run build\n']);
  });
});
