import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Serves a folder on this machine as a host does, and counts the bytes it sends for each address. */
export class CountingServer {
  readonly #server: Server;
  readonly #sent = new Map<string, number>();

  constructor(folder: string) {
    this.#server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const file = path.join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      try {
        const content = readFileSync(file);
        const types: Record<string, string> = {
          '.html': 'text/html',
          '.js': 'text/javascript',
          '.css': 'text/css',
          '.json': 'application/json',
          '.svg': 'image/svg+xml',
        };
        const type = types[path.extname(file)];
        const body = type ? brotliCompressSync(content) : content;
        this.#sent.set(pathname, body.length);
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

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}/`;
  }

  /** Bytes sent since the last time this was asked; every file once, as with a browser's cache. */
  take(): number {
    const sum = [...this.#sent.values()].reduce((total, bytes) => total + bytes, 0);
    this.#sent.clear();
    return sum;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
