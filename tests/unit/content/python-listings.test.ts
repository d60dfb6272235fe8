import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { globSync } from 'tinyglobby';
import { describe, expect, it } from 'vitest';
import { python } from './python.ts';

const content = new URL('../../../content/', import.meta.url).pathname;

/** Programs beside an article, with what they print beside them: `svd.py` and `svd.out.txt`. */
const programs = globSync('posts/*/*.out.txt', { cwd: content }).toSorted();

describe.skipIf(python === undefined)('Python beside the articles', () => {
  it.each(programs)('prints %s', (printed) => {
    const file = printed.replace(/\.out\.txt$/u, '.py');
    const { stdout, stderr } = spawnSync(python ?? '', [path.basename(file)], {
      cwd: path.join(content, path.dirname(file)),
      encoding: 'utf8',
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', PYTHONIOENCODING: 'utf-8' },
    });
    expect(stderr).toBe('');
    expect(stdout).toBe(readFileSync(path.join(content, printed), 'utf8'));
  });
});
