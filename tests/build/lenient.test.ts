import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeStrangerFolder } from '../../bench/stranger-folder.ts';
import { broken } from '../markdown/broken.ts';
import { runCommand, snapshot, temporaryFolder } from './run-build.ts';

const { folder, remove } = temporaryFolder();
const content = path.join(folder, 'notes');
const out = path.join(folder, 'dist');

/** Written last: what would be read as a folder of a site, and not as any folder. */
const ofSites = /^posts\//u;

let output: string;
let files: number;

// One folder with a file for everything that can be wrong, and some of a stranger's.
beforeAll(async () => {
  files = writeStrangerFolder(path.join(content, 'book'), 20);
  for (const [rule, { files: own }] of Object.entries(broken)) {
    for (const [name, text] of Object.entries(own)) {
      const file = path.join(content, rule, name.replace(ofSites, ''));
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      if (/\.(?:mdx?|ipynb)$/u.test(name)) files += 1;
    }
  }
  const result = await runCommand('build', ['--content', content, '--out', out, '--lenient']);
  output = result.output;
  expect(result.code, output).toBe(0);
}, 180_000);
afterAll(remove);

const page = (address: string): string => readFileSync(path.join(out, address, 'index.html'), 'utf8');

describe('a folder in which everything is wrong', () => {
  it('has a page for every file', () => {
    const pages = [...snapshot(path.join(out, 'posts')).keys()].filter((name) => name.endsWith('index.html'));
    expect(pages).toHaveLength(files);
  });

  it('bears the name of the folder, and none of this site', () => {
    expect(page('')).toMatch(/<title>notes<\/title>/u);
    expect(page('')).not.toContain('Downlink<');
  });

  it('has no manual, and nothing that leads to one', () => {
    expect(existsSync(path.join(out, 'docs'))).toBe(false);
    expect(page('')).toContain('href="/archive/"');
    for (const [name, html] of snapshot(out)) {
      if (!/\.(?:html|txt|xml)$/u.test(name)) continue;
      expect(Buffer.from(html, 'base64').toString(), name).not.toMatch(
        /(?:href="|<loc>|\]\()[^">)]*\/docs\/["<)]/u,
      );
    }
  });

  it('says nothing of itself that is true of this site only', () => {
    expect(page('about')).toContain('目前有');
    expect(page('about')).not.toContain('论文');
  });

  it('shows with a mark what could not be read', () => {
    expect(page('posts/math/undefined-command/a')).toMatch(/<code class="offence"[^>]*>\\foo\{x\}<\/code>/u);
    expect(page('posts/mdx/unknown-component/a')).toMatch(/class="offence"[^>]*>&lt;Chatr \/&gt;</u);
    expect(page('posts/mdx/syntax/a')).toContain('没有关');
    const failed = page('posts/mdx/failed/a');
    expect(failed).toMatch(/甲 <code class="offence"[^>]*>\{undefined\.x\}<\/code> 乙/u);
    expect(failed).toMatch(/<pre class="offence"[^>]*>&lt;Chart data=\{lost\.x\} \/&gt;<\/pre>/u);
    expect(page('posts/image/corrupt/a')).toMatch(/class="offence"[^>]*>图</u);
    expect(page('posts/content/encoding/a')).toContain('你好');
    expect(page('posts/content/duplicate-slug/a')).toContain('一');
  });

  it('ends with a summary by rule', () => {
    const summary = output.slice(output.indexOf('is ready'));
    expect(summary).toMatch(/^ +1 {2}code\/unknown-language +A fence language that nobody knows\.$/mu);
    expect(summary).toMatch(/^ +\d+ {2}front-matter\/missing-date .*\(\d+ files\)$/mu);
    for (const place of ['6:21', '8:4', '10:1'])
      expect(output).toContain(`mdx/failed/a.mdx:${place}  warning  mdx/failed`);
    expect(output).toMatch(/^0 errors, \d+ warnings$/mu);
    expect(output).toMatch(/… and \d+ more like these/u);
    expect(output).not.toMatch(/^\s+at /mu);
  });

  it('is still refused without the option', async () => {
    const { code, output: strict } = await runCommand('check', ['--content', content]);
    expect(code).toBe(1);
    expect(strict).toMatch(/^[1-9]\d* errors?, /mu);
    const lenient = await runCommand('check', ['--content', content], { DOWNLINK_LENIENT: '1' });
    expect(lenient.code).toBe(0);
  });
});
