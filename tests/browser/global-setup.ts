import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { printed, runCommand, startCommand } from '../build/run-build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Addresses of the site's own content, built under `/` and under `/some/base/`. */
    readonly sites: { readonly root: string; readonly based: string };
    /** Address of `fixtures/reading`, built under `/some/base/`. */
    readonly reading: string;
    /** Where these sites are on the disk. */
    readonly folders: { readonly root: string; readonly reading: string };
  }
}

const basePath = '/some/base/';

/** Builds the site's own content, or what `env` points at, and serves it on a free port. */
async function serve(folder: string, name: string, env: Record<string, string>) {
  const out = path.join(folder, name);
  const { code, output } = await runCommand('build', ['--out', out], env);
  if (code !== 0) throw new Error(output);
  const server = startCommand('preview', ['--out', out, '--port', '4400'], env);
  const address = await printed(server, /http:\/\/\S+/u);
  return { address, out, stop: () => server.child.kill() };
}

export default async function setup({ provide }: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'downlink-browser-'));
  const root = await serve(folder, 'root', {});
  const based = await serve(folder, 'based', { DOWNLINK_BASE: basePath });
  const content = fileURLToPath(new URL('fixtures/reading', import.meta.url));
  const reading = await serve(folder, 'reading', {
    DOWNLINK_BASE: basePath,
    DOWNLINK_CONTENT: content,
    DOWNLINK_COMPRESS: '1',
  });
  provide('sites', { root: root.address, based: based.address });
  provide('reading', reading.address);
  provide('folders', { root: root.out, reading: reading.out });
  return () => {
    root.stop();
    based.stop();
    reading.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
