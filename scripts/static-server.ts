import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { copies } from '../src/publishing/compress-files.ts';
import { contentTypeOf, mediaTypeOf } from '../src/publishing/media-types.ts';

/** What a host does besides sending files. */
export interface HostRules {
  /** Headers of the answer under a path, as it was asked for. */
  readonly headersFor?: (pathname: string) => Readonly<Record<string, string>>;
  /** Where a path leads that has moved; percent-encoded, as it was asked for. */
  readonly redirectOf?: (pathname: string) => string | undefined;
}

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The path below the site's folder that a request names; nothing where it is not of the site. */
function pathOf(url: string, base: string): string | undefined {
  try {
    const pathname = decodeURIComponent(url);
    // A name that begins with a dot is no page, and `..` leads out of the folder.
    if (!pathname.startsWith(base) || /(?:^|[\\/])\.|\0/u.test(pathname)) return undefined;
    return pathname.slice(base.length);
  } catch {
    return undefined;
  }
}

const compress = {
  br: (content: Buffer) => brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (content: Buffer) => gzipSync(content),
};

/** The content of a file in a coding that the browser takes: the copy that the build wrote, else one made now. */
function encoded(
  file: string,
  content: Buffer,
  accepted: string,
): { body: Buffer; coding?: keyof typeof copies } {
  if (!mediaTypeOf(file)?.compresses) return { body: content };
  const coding = (['br', 'gzip'] as const).find((one) => new RegExp(`\\b${one}\\b`, 'u').test(accepted));
  if (!coding) return { body: content };
  const copy = file + copies[coding];
  return { body: existsSync(copy) ? readFileSync(copy) : compress[coding](content), coding };
}

/** Sends a file as hosts do: compressed where it gets smaller by it, and not at all where the browser has it. */
function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
  const { 'accept-encoding': accepted, 'if-none-match': known } = request.headers;
  const content = readFileSync(file);
  const { body, coding } = encoded(file, content, accepted ?? '');
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 16);
  const etag = `"${hash}${coding ? `-${coding}` : ''}"`;
  response.setHeader('etag', etag);
  if (mediaTypeOf(file)?.compresses) response.setHeader('vary', 'Accept-Encoding');
  if (status === 200 && known === etag) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(status, {
    'content-type': contentTypeOf(file),
    'content-length': body.length,
    ...(coding ? { 'content-encoding': coding } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The 404 page that is nearest to a path: `en/404.html` for `en/no/such/`, else that of the site. */
const missingPage = (folder: string, below = ''): string => {
  const near = path.join(folder, below.split('/', 1)[0] ?? '', '404.html');
  return isFile(near) ? near : path.join(folder, '404.html');
};

function answer(request: IncomingMessage, response: ServerResponse, folder: string, base: string): void {
  const [asked = '/'] = (request.url ?? '/').split(/[?#]/u, 1);
  const below = pathOf(asked, base);
  const file = path.join(folder, below ?? '404.html');
  if (below !== undefined && isFile(file)) send(request, response, 200, file);
  else if (below !== undefined && isFile(path.join(file, 'index.html'))) {
    if (below === '' || below.endsWith('/')) send(request, response, 200, path.join(file, 'index.html'));
    else response.writeHead(301, { location: encodeURI(`${base}${below}/`) }).end();
  } else if (`${asked}/` === base) response.writeHead(301, { location: base }).end();
  else {
    const missing = missingPage(folder, below);
    if (isFile(missing)) send(request, response, 404, missing);
    else response.writeHead(404).end();
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });

/**
 * Serves a folder on this machine as hosts of static sites do, until the process is ended.
 *
 * @param base path under which the site stands, with a slash at both ends.
 * @param port a taken one moves on to the next; 0 is any.
 * @returns the port.
 */
export async function serveFolder(
  folder: string,
  base: string,
  port: number,
  { headersFor, redirectOf }: HostRules = {},
): Promise<number> {
  for (let wanted = port; ; wanted += 1) {
    const server = createServer((request, response) => {
      const [pathname = '/'] = (request.url ?? '/').split(/[?#]/u, 1);
      const location = redirectOf?.(pathname);
      if (location !== undefined) {
        response.writeHead(301, { location }).end();
        return;
      }
      for (const [name, value] of Object.entries(headersFor?.(pathname) ?? {}))
        response.setHeader(name, value);
      answer(request, response, folder, base);
    });
    try {
      await listen(server, wanted);
      return (server.address() as AddressInfo).port;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE' || wanted >= 65_535) throw error;
    }
  }
}
