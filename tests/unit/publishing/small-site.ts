import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { headerRules } from '../../../src/headers/header-rules.ts';
import { headersFile, headersText } from '../../../src/headers/headers-file.ts';
import { redirectPage } from '../../../src/publishing/redirect-page.ts';
import { hostRedirects, redirectsFile, redirectsText } from '../../../src/publishing/redirects-file.ts';

const page = (words: string): string =>
  `<!doctype html><title>${words}</title>${`<p>${words}</p>`.repeat(200)}`;

/** Writes a folder as a build leaves it, with one of each kind of file. */
export function writeSmallSite(base: string): { readonly out: string; readonly remove: () => void } {
  const out = mkdtempSync(path.join(tmpdir(), 'downlink-site-'));
  const target = `${base}posts/%E4%BD%8E%E7%A7%A9/`;
  const rules = headerRules({
    base,
    hashes: { scripts: ['sha256-a='], styles: [] },
    foreign: {},
    folders: ['en', 'posts'],
    pages: ['404.html', 'index.html'],
    files: ['favicon.svg', 'llms.txt', 'rss.xml'],
    searchWorkers: [],
  });
  const files: Record<string, string | Uint8Array> = {
    'index.html': page('首页'),
    '404.html': page('没有'),
    'en/404.html': page('Nothing'),
    'en/index.html': page('Home'),
    'posts/低秩/index.html': page('低秩'),
    'posts/低秩/index.md': `# 低秩\n${'正文。'.repeat(900)}`,
    'old/index.html': redirectPage({
      language: 'zh-CN',
      href: target,
      url: `https://downlink.example${target}`,
    }),
    '_assets/a-1a2b.js': `export const a = [${'1, '.repeat(1500)}];\n`,
    '_assets/b-3c4d.png': Uint8Array.from({ length: 4000 }, (_, index) => (index * index) % 251),
    'favicon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
    'llms.txt': '一',
    'rss.xml': '<rss version="2.0"/>',
    'sw.js': '0',
    '.downlink': 'Downlink\n',
    [headersFile]: headersText(rules),
    [redirectsFile]: redirectsText(
      hostRedirects(
        [
          { from: '/old/', to: '/posts/低秩/' },
          { from: '/旧.php', to: '/posts/低秩/' },
        ],
        base,
      ),
    ),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(out, name)), { recursive: true });
    writeFileSync(path.join(out, name), content);
  }
  return {
    out,
    remove: () => {
      rmSync(out, { recursive: true, force: true });
    },
  };
}
