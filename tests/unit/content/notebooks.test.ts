import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { python } from './python.ts';

const content = new URL('../../../content/', import.meta.url).pathname;
const program = path.join(import.meta.dirname, 'run-notebook.py');

/** The part of a notebook that is compared. */
interface Notebook {
  readonly cells: readonly {
    readonly cell_type: string;
    readonly outputs?: readonly {
      readonly output_type: string;
      readonly name?: string;
      readonly text?: readonly string[];
      readonly data?: Readonly<Record<string, readonly string[]>>;
      readonly ename?: string;
      readonly evalue?: string;
    }[];
  }[];
}

/** What a notebook says that its cells have printed, as `run-notebook.py` has it. */
const keptIn = ({ cells }: Notebook) =>
  cells
    .filter(({ cell_type: type }) => type === 'code')
    .map(({ outputs = [] }) => {
      const found = new Map([
        ['stdout', ''],
        ['stderr', ''],
      ]);
      for (const { output_type: type, name = '', text = [], data = {}, ename, evalue } of outputs) {
        if (type === 'stream') found.set(name, (found.get(name) ?? '') + text.join(''));
        if (type === 'error') found.set('error', `${ename ?? ''}: ${evalue ?? ''}`);
        // Every result is text as well.
        const shown = Object.entries(data).toSorted(([mime]) => (mime === 'text/plain' ? 1 : -1))[0];
        if (shown) found.set(shown[0], shown[1].join(''));
      }
      return Object.fromEntries(found);
    });

describe.skipIf(python === undefined)('the notebooks of this site', () => {
  it.each(globSync('**/*.ipynb', { cwd: content }).toSorted())('%s holds what its code prints', (name) => {
    const file = path.join(content, name);
    const { stdout, stderr } = spawnSync(python ?? '', [program, file], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const kept = keptIn(JSON.parse(readFileSync(file, 'utf8')) as Notebook);
    expect(kept.length).toBeGreaterThan(0);
    expect(JSON.parse(stdout)).toEqual(kept);
  });
});
