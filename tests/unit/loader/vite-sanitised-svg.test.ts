import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { imageMetadata } from 'astro/assets/utils';
import { createServer } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sanitisedSvg } from '../../../src/loader/vite-sanitised-svg.ts';

let folder = '';
const inContent = (name: string): string => path.join(folder, 'content', name);

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-svg-'));
  mkdirSync(path.join(folder, 'content'));
  writeFileSync(inContent('a.svg'), '<svg viewBox="0 0 1 1"><script>go()</script><path d="M0 0"/></svg>');
  writeFileSync(inContent('b.svg'), '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>');
  writeFileSync(
    inContent('drawn.svg'),
    `<?xml version="1.0"?><!--${'x'.repeat(900)}--><svg xmlns="http://www.w3.org/2000/svg" viewBox="0,0,30,20" content="${'y'.repeat(2000)}"><path d="M0 0"/></svg>`,
  );
  writeFileSync(path.join(folder, 'c.svg'), '<svg><script>go()</script></svg>');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('publishes a copy without scripts of a drawing beside an article', async () => {
  const server = await createServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, watch: null, ws: false },
    optimizeDeps: { noDiscovery: true },
    plugins: [sanitisedSvg(path.join(folder, 'content'), path.join(folder, 'cache'))],
  });
  try {
    const article = inContent('a.md');
    const resolve = async (source: string) =>
      (await server.environments.ssr.pluginContainer.resolveId(source, article))?.id ?? '';
    const copy = await resolve('./a.svg');
    expect(path.relative(folder, copy)).toMatch(/^cache\/svg\/\w+\/a\.svg$/u);
    expect(readFileSync(copy, 'utf8')).toBe('<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>');
    expect(await resolve('./b.svg')).toBe(inContent('b.svg'));
    // A diagram as drawing programs save it: its source stands before the drawing, and hides its size.
    const drawn = readFileSync(await resolve('./drawn.svg'));
    expect(await imageMetadata(drawn)).toMatchObject({ width: 30, height: 20, format: 'svg' });
    expect(await resolve('../c.svg')).toBe(path.join(folder, 'c.svg'));
  } finally {
    await server.close();
  }
});
