import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Types that are sent compressed. */
const texts: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Serves a folder on this machine as a host does, and counts the bytes it sends for each address. */
export class CountingServer {
  readonly #server: Server;
  readonly #sent = new Map<string, number>();
  #lastAsked = 0;
  readonly #bodies = new Map<string, Buffer>();

  constructor(folder: string) {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      const type = texts[path.extname(file)];
      try {
        const body = this.#bodyOf(file, type !== undefined);
        this.#sent.set(pathname, body.length);
        this.#lastAsked = Date.now();
        response.writeHead(200, {
          'content-type': type ?? 'application/octet-stream',
          ...(type ? { 'content-encoding': 'br' } : {}),
        });
        response.end(body);
      } catch {
        response.writeHead(404).end();
      }
    });
  }

  /** When it was last asked for something, as `Date.now()` tells. */
  get lastAsked(): number {
    return this.#lastAsked;
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  /** Bytes sent since the last time this was asked; every file once, as with a browser's cache. */
  take(): number {
    return [...this.takeFiles().values()].reduce((total, bytes) => total + bytes, 0);
  }

  /** The same for each path. */
  takeFiles(): ReadonlyMap<string, number> {
    const files = new Map(this.#sent);
    this.#sent.clear();
    return files;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** Compressed as well as it can be, once: hosts keep static files so. */
  #bodyOf(file: string, compresses: boolean): Buffer {
    const known = this.#bodies.get(file);
    if (known) return known;
    const content = readFileSync(file);
    const body = compresses ? brotliCompressSync(content) : content;
    this.#bodies.set(file, body);
    return body;
  }
}
