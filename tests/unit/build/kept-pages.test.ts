import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeptPages } from '../../../src/build/kept-pages.ts';
import type { PageNote } from '../../../src/page-notes.ts';

const name = 'posts/a/index.html';
const note: PageNote = { kind: 'file', name: 'formulas-12345678.css' };

let folder: string;
let file: string;
const site = (which: string): string => path.join(folder, which);

function write(into: string, content: string): void {
  mkdirSync(path.join(into, 'posts/a'), { recursive: true });
  writeFileSync(path.join(into, name), content);
}

/** A build that prints the page. */
function printed(content = 'text'): void {
  const pages = new KeptPages(file, site('none'));
  write(site('last'), content);
  pages.keep(name, 'templates and text', Buffer.from('text'), [note]);
  pages.save(site('last'));
}

/** A build that would rather not. */
function taken(madeFrom = 'templates and text', replay = (): boolean => true): boolean {
  return new KeptPages(file, site('last')).take(name, madeFrom, site('next'), replay);
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'downlink-pages-'));
  file = path.join(folder, 'cache', 'pages.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('KeptPages', () => {
  it('takes a page of the last site with what it left beside itself', () => {
    printed();
    const replayed: unknown[] = [];
    const pages = new KeptPages(file, site('last'));
    const replay = (notes: readonly PageNote[], last: string): boolean => replayed.push(notes, last) > 0;
    expect(pages.take(name, 'templates and text', site('next'), replay)).toBe(true);
    expect(replayed).toEqual([[note], site('last')]);
    expect(readFileSync(path.join(site('next'), name), 'utf8')).toBe('text');
    expect([...pages.hashes.keys()]).toEqual([name]);
  });

  it('is known to the build after the next as well', () => {
    printed();
    const pages = new KeptPages(file, site('last'));
    pages.take(name, 'templates and text', site('next'), () => true);
    pages.save(site('next'));
    rmSync(site('next'), { recursive: true });
    expect(taken()).toBe(true);
  });

  it.each([
    ['is made from something else', () => taken('other templates')],
    ['cannot leave beside itself what it did', () => taken(undefined, () => false)],
    [
      'left something that is gone',
      () =>
        taken(undefined, () => {
          throw new Error('No such file');
        }),
    ],
    [
      'was changed in the last site',
      () => {
        write(site('last'), 'Text');
        return taken();
      },
    ],
    [
      'is gone with the last site',
      () => {
        rmSync(site('last'), { recursive: true });
        return taken();
      },
    ],
    [
      'was written down by half',
      () => {
        const whole = readFileSync(file, 'utf8');
        writeFileSync(file, whole.slice(0, -1));
        return taken();
      },
    ],
  ])('leaves a page that %s', (_what, attempt) => {
    printed();
    expect(attempt()).toBe(false);
    expect(() => readFileSync(path.join(site('next'), name))).toThrow();
  });

  it('reads no file again whose time is that at which it was written', () => {
    write(site('last'), 'text');
    const long = new Date(Date.now() - 60_000);
    utimesSync(path.join(site('last'), name), long, long);
    const pages = new KeptPages(file, site('none'));
    pages.keep(name, 'templates and text', Buffer.from('text'));
    pages.save(site('last'));
    expect(taken()).toBe(true);
    rmSync(site('next'), { recursive: true });
    // As no program does it.
    write(site('last'), 'Text');
    utimesSync(path.join(site('last'), name), long, long);
    expect(taken()).toBe(true);
    write(site('last'), 'Text');
    expect(taken()).toBe(false);
  });

  it('leaves a page of a build that was cut off before its site was there', () => {
    // Written down from the unfinished site; in the last one stands another text.
    printed();
    write(site('last'), 'the text before');
    expect(taken()).toBe(false);
  });

  it('leaves a page in whose place the new site has something else', () => {
    printed();
    write(site('next'), 'of the public folder');
    expect(taken()).toBe(false);
    expect(readFileSync(path.join(site('next'), name), 'utf8')).toBe('of the public folder');
  });

  it('writes down no page that is not in the site, or is another one there', () => {
    const pages = new KeptPages(file, site('none'));
    write(site('last'), 'of the public folder');
    for (const one of [name, 'posts/b/index.html']) pages.keep(one, 'b', Buffer.from('text'));
    pages.save(site('last'));
    expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object)).toEqual([]);
  });
});
