import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../src/renditions/fingerprint.ts';

let folder = '';

const write = (files: Readonly<Record<string, string>>): void => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
};
const manifest = (name: string, version: string, dependencies: Record<string, string> = {}) => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version, dependencies, main: 'index.js' }),
  [`node_modules/${name}/index.js`]: '',
});
const fingerprint = (name = 'formula.ts') => fingerprintOf(pathToFileURL(path.join(folder, name)));

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-fingerprint-'));
  write({
    'formula.ts':
      "import type { T } from 'types-only';\nimport {\n  a,\n} from './part.ts';\nimport 'node:fs';\nvoid a;\n",
    'part.ts': "export { x as a } from 'printer/sub.js';\nconst later = await import('./late.ts');\n",
    'late.ts': 'export const y = 1;\n',
    'code.ts': "import 'colors';\nnew Worker(new URL('./thread.ts', import.meta.url));\n",
    'thread.ts': 'export const z = 1;\n',
    ...manifest('printer', '1.0.0', { parser: '^1.0.0', '@types/parser': '1' }),
    ...manifest('parser', '1.0.0'),
    ...manifest('colors', '1.0.0'),
  });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('fingerprintOf', () => {
  it('is another one when a module that runs in a thread changes', () => {
    const before = fingerprint('code.ts');
    write({ 'thread.ts': 'export const z = 2;\n' });
    expect(fingerprint('code.ts')).not.toBe(before);
  });

  it('is another one when any of several modules changes', () => {
    const both = () =>
      fingerprintOf(...['formula.ts', 'code.ts'].map((name) => pathToFileURL(path.join(folder, name))));
    const before = both();
    write({ 'thread.ts': 'export const z = 2;\n' });
    expect(both()).not.toBe(before);
  });

  it('takes no text for a module', () => {
    write({
      'bytes.ts':
        "export const header = Buffer.from('cache 1\\n');\nexport const end = Array.from('./end');\n",
    });
    expect(fingerprint('bytes.ts')).toMatch(/^[\w-]{12}$/u);
  });

  it('is the same for the same module', () => {
    expect(fingerprint()).toBe(fingerprint());
    expect(fingerprint()).toMatch(/^[\w-]{12}$/u);
  });

  it.each<[string, () => void]>([
    [
      'the module itself',
      () => {
        write({ 'formula.ts': "import './part.ts';" });
      },
    ],
    [
      'a module that it imports',
      () => {
        write({ 'part.ts': 'export const a = 2;' });
      },
    ],
    [
      'one that it imports late',
      () => {
        write({ 'late.ts': 'export const y = 2;' });
      },
    ],
    [
      'the version of a package',
      () => {
        write(manifest('printer', '1.0.1', { parser: '^1.0.0' }));
      },
    ],
    [
      'the version of a package of a package',
      () => {
        write(manifest('parser', '1.0.1'));
      },
    ],
  ])('changes with %s, and leaves those alone that do not use it', (_what, change) => {
    const before = [fingerprint(), fingerprint('code.ts')];
    change();
    expect(fingerprint()).not.toBe(before[0]);
    expect(fingerprint('code.ts')).toBe(before[1]);
  });

  it('has no name for what it cannot read', () => {
    expect(fingerprint('missing.ts')).toBeUndefined();
    rmSync(path.join(folder, 'late.ts'));
    expect(fingerprint()).toBeUndefined();
    write({ 'unknown.ts': "import 'not-installed';" });
    expect(fingerprint('unknown.ts')).toBeUndefined();
  });

  it('knows what the renderers of this project are made of', () => {
    const own = (name: string) =>
      fingerprintOf(new URL(`../../../src/renditions/${name}.ts`, import.meta.url));
    expect(own('formula')).toMatch(/^[\w-]{12}$/u);
    expect(own('formula')).not.toBe(own('code'));
  });
});
