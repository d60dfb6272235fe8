import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-fault-'));
  mkdirSync(path.join(folder, 'src'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const faults = new URL('../../scripts/settings-fault.ts', import.meta.url).href;

it.each([
  ["export const site = {\n  name: 'N',,\n};\n", 'src/site.config.ts:2:13: '],
  [
    "export const site = {\n  name: 'N',\n  pageSize: many,\n};\n",
    'src/site.config.ts:3:13: many is not defined',
  ],
  ["import '../elsewhere.ts';\n", 'undefined'],
])('%j is answered without a stack trace', (source, said) => {
  const file = path.join(folder, 'src', 'site.config.ts');
  writeFileSync(path.join(folder, 'elsewhere.ts'), 'undefined.name;');
  writeFileSync(file, source);
  const script = `const { settingsFault } = await import('${faults}');
try { await import('${pathToFileURL(file).href}'); } catch (error) { console.log(settingsFault(error)); }`;
  const lines = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  expect(lines).toContain(said);
  expect(lines.trim().split('\n')).toHaveLength(1);
});
