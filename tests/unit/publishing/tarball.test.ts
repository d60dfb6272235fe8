import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { archiveTime } from '../../../src/publishing/archive-time.ts';
import { readHostedSite } from '../../../src/publishing/hosted-site.ts';
import { siteArchive } from '../../../src/publishing/site-archive.ts';
import { tarGz } from '../../../src/publishing/tar.ts';
import { writeSmallSite } from './small-site.ts';

const { out, remove } = writeSmallSite('/notes/');
const folder = mkdtempSync(path.join(tmpdir(), 'downlink-tar-'));
afterAll(() => {
  remove();
  rmSync(folder, { recursive: true, force: true });
});

const seconds = 1_700_000_000;
const tar = (...args: readonly string[]): string =>
  execFileSync('tar', args, { cwd: folder, encoding: 'utf8' });
const hosted = () => readHostedSite(out) ?? expect.fail('There is no site.');

/** Writes an archive and takes it out again with the system's own program. */
function unpack(entries: Parameters<typeof tarGz>[0], name: string): string {
  writeFileSync(path.join(folder, `${name}.tar.gz`), tarGz(entries, seconds));
  tar('-xzf', `${name}.tar.gz`);
  return tar('-tvzf', `${name}.tar.gz`, '--numeric-owner');
}

describe('the archive of a site', () => {
  it('holds all that a host needs, each file as it was built', () => {
    unpack(siteArchive(out, hosted(), 'https://example.org'), 'site');
    const root = path.join(folder, 'downlink-site');
    expect(readdirSync(root).toSorted()).toEqual(['README.md', 'caddy.conf', 'nginx.conf', 'public']);
    for (const name of ['_headers', 'index.html', 'posts/低秩/index.html', '_assets/b-3c4d.png']) {
      const built = readFileSync(path.join(out, name));
      expect(readFileSync(path.join(root, 'public', 'notes', name)), name).toEqual(built);
    }
    const readme = readFileSync(path.join(root, 'README.md'), 'utf8');
    expect(readme).toContain('server_name example.org;');
    expect(readme).toContain('npm run deploy-check -- https://example.org/notes/');
  });

  it('is the same each time, whatever the files are like on the disk', () => {
    const before = tarGz(siteArchive(out, hosted(), 'https://example.org'), seconds);
    utimesSync(path.join(out, 'index.html'), 1, 1);
    const entries = siteArchive(out, hosted(), 'https://example.org');
    expect(tarGz(entries.toReversed(), seconds).equals(before)).toBe(true);
    expect(tarGz(entries, seconds + 1).equals(before)).toBe(false);
  });

  it('has names of any length and script, one time, and no owner', () => {
    const long = `${'长'.repeat(60)}/${'a'.repeat(101)}.txt`;
    const list = unpack(
      [
        { name: long, content: Buffer.from('x'.repeat(512)) },
        { name: 'plain.txt', content: Buffer.from('') },
      ],
      'names',
    );
    expect(readFileSync(path.join(folder, long), 'utf8')).toBe('x'.repeat(512));
    expect(statSync(path.join(folder, 'plain.txt')).mtimeMs).toBe(seconds * 1000);
    expect(list.split('\n').filter((line) => line.startsWith('-rw-r--r-- 0/0'))).toHaveLength(2);
  });
});

describe('the time of an archive', () => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, GIT_COMMITTER_DATE: '2025-01-02T03:04:05Z' },
    });

  it('is set, or that of the last commit, or that of the newest file', () => {
    utimesSync(path.join(out, 'sw.js'), 4_000_000_000, 4_000_000_000);
    expect(archiveTime(out, [folder], { SOURCE_DATE_EPOCH: '12' })).toBe(12);
    expect(archiveTime(out, [folder], {})).toBe(4_000_000_000);
    git('init', '--quiet');
    git('add', '.');
    git('commit', '--quiet', '--message', 'x');
    expect(archiveTime(out, [folder], {})).toBe(Date.UTC(2025, 0, 2, 3, 4, 5) / 1000);
    writeFileSync(path.join(folder, 'new.md'), '');
    expect(archiveTime(out, [folder], {})).toBe(4_000_000_000);
  });
});
