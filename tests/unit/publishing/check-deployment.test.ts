import { createServer, type IncomingHttpHeaders, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { rulesIn } from '../../../scripts/serve.ts';
import { serveFolder } from '../../../scripts/static-server.ts';
import { checkDeployment, type DeployCheckOptions } from '../../../src/publishing/check-deployment.ts';
import { findingLines } from '../../../src/publishing/findings.ts';
import { writeSmallSite } from './small-site.ts';

const base = '/some/base/';
const { out, remove } = writeSmallSite(base);
let port: number;
const servers: Server[] = [];

beforeAll(async () => {
  port = await serveFolder(out, base, 0, rulesIn(out));
});
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(remove);

const portOf = (server: Server | undefined): number => (server?.address() as AddressInfo).port;

interface Sent {
  status: number;
  readonly headers: IncomingHttpHeaders;
  body: Buffer;
}

/** A host that spoils what the right one sends. @returns its port. */
async function spoiled(spoil: (path: string, sent: Sent) => void): Promise<number> {
  const server = createServer((incoming, outgoing) => {
    const { url = '', headers } = incoming;
    request({ port, path: url, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const sent = {
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts),
        };
        spoil(decodeURI(url), sent);
        delete sent.headers['content-length'];
        outgoing.writeHead(sent.status, sent.headers).end(sent.body);
      });
    }).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return portOf(server);
}

const check = (at: number, options: Partial<DeployCheckOptions> = {}) =>
  checkDeployment(out, new URL(`http://127.0.0.1:${String(at)}${base}`), {
    parallel: 4,
    isPlain: false,
    ...options,
  });

const linesOf = async (spoil: (path: string, sent: Sent) => void, isPlain = false): Promise<string[]> =>
  findingLines((await check(await spoiled(spoil), { isPlain })).findings);

const changeType =
  (end: string, type: string) =>
  (path: string, sent: Sent): void => {
    if (path.endsWith(end) && sent.status === 200) sent.headers['content-type'] = type;
  };

describe('a deployment', () => {
  it('that is as built has no findings', async () => {
    const { files, redirects, findings } = await check(port);
    expect(findingLines(findings)).toEqual([]);
    // All but the 404 pages, what hosts read, and the page at the old address.
    expect(files).toBe(10);
    expect(redirects).toBe(3);
  });

  it('can be looked at in part', async () => {
    const { files, redirects } = await check(port, { sample: 2 });
    expect([files, redirects]).toEqual([2, 2]);
  });

  it('of another base path, or that does not answer, cannot be compared', async () => {
    const options = { parallel: 1, isPlain: false };
    const other = new URL(`http://127.0.0.1:${String(port)}/`);
    await expect(checkDeployment(out, other, options)).rejects.toThrow('npm run build -- --base /');
    await expect(check(1)).rejects.toThrow('does not answer');
    await expect(checkDeployment('/nowhere', other, options)).rejects.toThrow('No site has been built');
  });

  it.each<[string, (path: string, sent: Sent) => void, string]>([
    [
      'is not whole',
      (path, sent) => {
        if (path.includes('_assets')) sent.status = 404;
      },
      '/some/base/_assets/a-1a2b.js and 1 more: status 404 instead of the file. Hint: some hosts leave out names',
    ],
    [
      'is of another build',
      (path, sent) => {
        if (path.endsWith('.png')) sent.body[5] = 255 - (sent.body[5] ?? 0);
      },
      'b-3c4d.png: has other content. Hint: publish this build whole',
    ],
    [
      'is packed, and damaged',
      (path, sent) => {
        if (!path.endsWith('.txt')) return;
        sent.headers['content-encoding'] = 'gzip';
        sent.body = Buffer.from('not packed');
      },
      'comes compressed, and cannot be unpacked',
    ],
    ['has text of no charset', changeType('.txt', 'text/plain'), '`text/plain`, without `charset=utf-8`'],
    ['has other types', changeType('.md', 'application/octet-stream'), 'not `text/markdown; charset=utf-8`'],
    [
      'keeps pages for too long',
      (path, sent) => {
        if (path.endsWith('/')) sent.headers['cache-control'] = 'max-age=600';
      },
      'and 2 more: Cache-Control is `max-age=600`, not `no-cache`',
    ],
    [
      'lacks the policy',
      (_path, sent) => {
        delete sent.headers['content-security-policy'];
      },
      'there is no Content-Security-Policy',
    ],
    [
      'says nothing of codings to caches',
      (_path, sent) => {
        delete sent.headers.vary;
      },
      'comes compressed without `Vary: Accept-Encoding`',
    ],
    [
      'redirects for the moment',
      (_path, sent) => {
        if (sent.status === 301) sent.status = 302;
      },
      'E6%97%A7.php and 2 more: leads on with the temporary status 302',
    ],
    [
      'redirects to somewhere else',
      (path, sent) => {
        if (path.endsWith('.php')) sent.headers.location = '/';
      },
      '%E6%97%A7.php: leads to / and not to /some/base/posts/%E4%BD%8E%E7%A7%A9/',
    ],
    [
      'answers everything',
      (_path, sent) => {
        if (sent.status === 404) sent.status = 200;
      },
      '/some/base/en/… and 1 more: an address that does not exist has the status 200, not 404',
    ],
    [
      'has a 404 page of its own',
      (_path, sent) => {
        if (sent.status === 404) sent.body = Buffer.from('nothing');
        if (sent.status === 404) delete sent.headers['content-encoding'];
      },
      'is not answered with 404.html. Hint: let the host answer 404 with `/some/base/404.html`',
    ],
    [
      'shows pages without their slash',
      (path, sent) => {
        if (/\/(?:低秩|en)$/u.test(path)) sent.status = 200;
      },
      'no redirect to the address with a slash',
    ],
    [
      'sends pages again',
      (_path, sent) => {
        delete sent.headers.etag;
      },
      'has neither ETag nor Last-Modified',
    ],
  ])('that %s is told so', async (_name, spoil, line) => {
    expect((await linesOf(spoil)).join('\n')).toContain(line);
  });

  it.each<[string, (path: string) => string]>([
    ['small digits', (path) => path.replace(/%../gu, (code) => code.toLowerCase())],
    ['UTF-8 as it is', (path) => Buffer.from(decodeURI(path)).toString('latin1')],
    ['its own address', (path) => `http://127.0.0.1:${String(portOf(servers.at(-1)))}${path}`],
  ])('that writes where to go with %s is as built', async (_name, write) => {
    const lines = await linesOf((_path, { headers }) => {
      if (headers.location !== undefined) headers.location = write(headers.location);
    });
    expect(lines).toEqual([]);
  });

  it('that compresses nothing is told so, in one line for all files', async () => {
    const server = createServer((incoming, outgoing) => {
      const headers = { ...incoming.headers, 'accept-encoding': 'identity' };
      request({ port, path: incoming.url, headers }, (response) => {
        outgoing.writeHead(response.statusCode ?? 0, response.headers);
        response.pipe(outgoing);
      }).end();
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { findings } = await check(portOf(server));
    expect(findingLines(findings)).toEqual([
      '/some/base/ and 4 more: comes uncompressed. Hint: let the host compress, or build with --compress.',
    ]);
  });

  it('on a host without headers and redirects is as built where pages do it', async () => {
    const plain = await serveFolder(out, base, 0);
    expect(findingLines((await check(plain, { isPlain: true })).findings)).toEqual([]);
    const lines = findingLines((await check(plain)).findings).join('\n');
    expect(lines).toContain(
      '/some/base/old/: is a page that leads on, not a redirect. Hint: set `redirectPages',
    );
    expect(lines).toContain('there is no Cache-Control');
  });
});
