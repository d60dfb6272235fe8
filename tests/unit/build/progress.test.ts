import { describe, expect, it } from 'vitest';
import { Progress } from '../../../src/build/progress.ts';

/** A display on a clock that is moved by hand, and what it has written. */
function display(stream: { isTTY?: boolean; columns?: number }) {
  const written: string[] = [];
  let now = 1000;
  const progress = new Progress({ ...stream, write: (text) => written.push(text) }, () => now);
  return {
    progress,
    written,
    wait: (milliseconds: number): void => void (now += milliseconds),
    /** What stands in the line that counts up. */
    shown: () => written.at(-1)?.replace('\r\u001B[2K', ''),
  };
}

describe('the display of a build', () => {
  it('prints one line for each phase where nobody watches, when the phase is over', () => {
    const { progress, written, wait } = display({});
    progress.begin('content');
    for (let done = 1; done <= 50; done += 1) {
      wait(100);
      progress.update(done, 'article', 50);
    }
    expect(written).toEqual([]);
    progress.end('50 articles checked');
    expect(written).toEqual(['  content  50 articles checked (5.0 s)\n']);
  });

  it('counts up in one line on a terminal: how many of how many, and how fast', () => {
    const { progress, written, wait, shown } = display({ isTTY: true });
    progress.begin('content');
    // What is kept is there at once, and says nothing about the speed.
    progress.update(900, 'article', 1000);
    for (let done = 901; done <= 940; done += 1) {
      wait(100);
      progress.update(done, 'article', 1000);
    }
    expect(shown()).toBe('  content  940/1000 articles, 10/s');
    expect(written.join('')).not.toContain('\n');
    progress.end('1000 articles checked');
    expect(written.at(-1)).toBe('\r\u001B[2K  content  1000 articles checked (4.0 s)\n');
  });

  it('tells the speed of now, not of the whole phase', () => {
    const { progress, wait, shown } = display({ isTTY: true });
    progress.begin('pages');
    let done = 0;
    for (let step = 0; step < 100; step += 1) {
      wait(100);
      progress.update((done += 10), 'page');
    }
    expect(shown()).toBe('  pages    1000 pages, 100/s');
    for (let step = 0; step < 100; step += 1) {
      wait(1000);
      progress.update((done += 1), 'page');
    }
    expect(shown()).toBe('  pages    1100 pages, 1.0/s');
  });

  it('is not written more often than eyes can follow, but to the last one', () => {
    const { progress, written, wait, shown } = display({ isTTY: true });
    progress.begin('compress');
    wait(1000);
    for (let done = 1; done <= 500; done += 1) {
      wait(1);
      progress.update(done, 'file', 500);
    }
    expect(written.length).toBeLessThan(12);
    expect(shown()).toMatch(/^ {2}compress 500\/500 files/u);
  });

  it('stays within a line of a narrow terminal', () => {
    const { progress, wait, shown } = display({ isTTY: true, columns: 24 });
    progress.begin('images');
    wait(1000);
    progress.update(3, 'social image', 100);
    expect(shown()).toBe('  images   3/100 social');
  });

  it('accounts for all the time since the process was started', () => {
    const { progress, wait } = display({});
    wait(50);
    progress.begin('content');
    wait(200);
    progress.end('done');
    wait(30);
    expect(progress.phases.map(({ name, milliseconds }) => [name, milliseconds])).toEqual([
      ['start', 1000],
      ['content', 200],
      ['rest', 80],
    ]);
  });
});
