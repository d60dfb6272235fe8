/** Caches in memory, for what the service worker asks of them. */
export class MemoryCache {
  readonly files = new Map<string, Response>();

  match(path: string): Promise<Response | undefined> {
    return Promise.resolve(this.files.get(path)?.clone());
  }
  put(path: string, response: Response): Promise<void> {
    this.files.set(path, response);
    return Promise.resolve();
  }
  delete(path: string): Promise<boolean> {
    return Promise.resolve(this.files.delete(path));
  }
  keys(): Promise<{ url: string }[]> {
    return Promise.resolve([...this.files.keys()].map((path) => ({ url: `https://a.example${path}` })));
  }
}

export class MemoryCaches {
  readonly all = new Map<string, MemoryCache>();

  open(name: string): Promise<MemoryCache> {
    const cache = this.all.get(name) ?? new MemoryCache();
    this.all.set(name, cache);
    return Promise.resolve(cache);
  }
  keys(): Promise<string[]> {
    return Promise.resolve([...this.all.keys()]);
  }
}

/** An answer as a host of the same origin gives it. */
export function hosted(text: string, type = 'text/html; charset=utf-8'): Response {
  const response = new Response(text, { headers: { 'content-type': type } });
  Object.defineProperty(response, 'type', { value: 'basic' });
  return response;
}
