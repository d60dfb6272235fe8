import { describe, expect, it } from 'vitest';
import { canBePage, readOldAddress } from '../../src/redirects.ts';

describe('readOldAddress', () => {
  it.each([
    ['/2021/03/04/attention/', '/2021/03/04/attention/'],
    ['/2021/03/04/attention', '/2021/03/04/attention/'],
    ['/2021/03/04/attention/index.html', '/2021/03/04/attention/'],
    ['/notes/attention.html', '/notes/attention.html'],
    ['/resnet-v1.5', '/resnet-v1.5/'],
    ['/index.html', '/'],
    ['/%E4%BD%8E%E7%A7%A9/', '/低秩/'],
    ['/低 秩', '/低 秩/'],
  ])('takes %s as %s', (written, path) => {
    expect(readOldAddress(written)).toEqual({ path });
  });

  it.each([
    ['https://old.example/a/', 'names a host', 'write the path alone: `/a/`'],
    ['notes/a', 'does not begin', 'write `/notes/a`'],
    ['/?p=12', 'do not look at', 'write `/`'],
    ['/a/#b', 'do not look at', 'write `/a/`'],
    ['/100%/', 'stands for nothing', '`%25`'],
    ['/a/*', 'has `*`', undefined],
    ['/:year/', 'has `:`', undefined],
    ['/a%0Ab', 'a control character', undefined],
    ['/a/$1', 'has `$`', undefined],
    ['/a"; }', 'has `"`', undefined],
    ['/a/../b', 'begins with a dot', undefined],
    ['//a', 'is empty', undefined],
    [`/${'低'.repeat(81)}/`, 'too long', undefined],
  ])('refuses %s', (written, problem, hint) => {
    const address = readOldAddress(written);
    expect(address).toMatchObject({ problem: expect.stringContaining(problem) as string });
    if (hint !== undefined) expect(address).toMatchObject({ hint: expect.stringContaining(hint) as string });
  });
});

it('a page can stand in for pages alone', () => {
  const at = (from: string): boolean => canBePage({ from, to: '/' });
  expect(['/a/', '/a.html', '/a.php', '/feed.xml'].map(at)).toEqual([true, true, false, false]);
});
