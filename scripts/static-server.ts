import { readFileSync, statSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const textTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml; charset=utf-8',
};

const otherTypes: Readonly<Record<string, string>> = {
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.pdf': 'application/pdf',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

const isFile = (file: string): boolean => statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** The path below the site's folder that a request names; nothing where it is not of the site. */
function pathOf({ url = '/' }: IncomingMessage, base: string): string | undefined {
  try {
    const pathname = decodeURIComponent(url.split(/[?#]/u, 1)[0] ?? '/');
    // A name that begins with a dot is no page, and `..` leads out of the folder.
    if (!pathname.startsWith(base) || /(?:^|[\\/])\.|\0/u.test(pathname)) return undefined;
    return pathname.slice(base.length);
  } catch {
    return undefined;
  }
}

/** Sends a file as hosts do: compressed where it is text. */
function send(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
  const extension = path.extname(file);
  const text = textTypes[extension];
  const accepted = request.headers['accept-encoding'] ?? '';
  const content = readFileSync(file);
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
  let body = content;
  let encoding: string | undefined;
  if (text && /\bbr\b/u.test(accepted)) [body, encoding] = [brotliCompressSync(content, { params }), 'br'];
  else if (text && /\bgzip\b/u.test(accepted)) [body, encoding] = [gzipSync(content), 'gzip'];
  response.writeHead(status, {
    'content-type': text ?? otherTypes[extension] ?? 'application/octet-stream',
    'content-length': body.length,
    ...(text ? { vary: 'Accept-Encoding' } : {}),
    ...(encoding ? { 'content-encoding': encoding } : {}),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function answer(request: IncomingMessage, response: ServerResponse, folder: string, base: string): void {
  const below = pathOf(request, base);
  const file = path.join(folder, below ?? '404.html');
  if (below !== undefined && isFile(file)) send(request, response, 200, file);
  else if (below !== undefined && isFile(path.join(file, 'index.html'))) {
    if (below === '' || below.endsWith('/')) send(request, response, 200, path.join(file, 'index.html'));
    else response.writeHead(301, { location: encodeURI(`${base}${below}/`) }).end();
  } else {
    const missing = path.join(folder, '404.html');
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
 * @param headersFor headers of the answer under a path, by the path as it was asked for.
 * @returns the port.
 */
export async function serveFolder(
  folder: string,
  base: string,
  port: number,
  headersFor: (pathname: string) => Readonly<Record<string, string>> = () => ({}),
): Promise<number> {
  for (let wanted = port; ; wanted += 1) {
    const server = createServer((request, response) => {
      const [pathname = '/'] = (request.url ?? '/').split(/[?#]/u, 1);
      for (const [name, value] of Object.entries(headersFor(pathname))) response.setHeader(name, value);
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
