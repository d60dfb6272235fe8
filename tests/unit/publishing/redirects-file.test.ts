import { expect, it } from 'vitest';
import { hostRedirects, readRedirects, redirectsText } from '../../../src/publishing/redirects-file.ts';

it('tells hosts first what no page can stand in for, and last what most of them know', () => {
  const redirects = [
    { from: '/2020/旧/', to: '/posts/新/' },
    { from: '/a.html', to: '/posts/a/' },
    { from: '/b.php', to: '/posts/b/' },
  ];
  const told = hostRedirects(redirects, '/base/');
  expect(told.map(({ from }) => from)).toEqual([
    '/base/b.php',
    '/base/2020/%E6%97%A7/',
    '/base/a.html',
    '/base/2020/%E6%97%A7',
  ]);
  expect(new Set(told.slice(1).map(({ to }) => to))).toEqual(
    new Set(['/base/posts/%E6%96%B0/', '/base/posts/a/']),
  );
  expect(readRedirects(redirectsText(told))).toEqual(told);
});
