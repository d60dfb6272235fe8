import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const posts = fileURLToPath(new URL('../content/posts/', import.meta.url));

/** The sections of this project's articles: titles and texts, without what they have in common. */
function sections(): { readonly title: string; readonly text: string }[] {
  return globSync('*/zh.{md,mdx}', { cwd: posts })
    .toSorted()
    .flatMap((file) => {
      const source = readFileSync(path.join(posts, file), 'utf8').replace(/^---\n[^]*?\n---\n/u, '');
      return source.split(/^## /mu).slice(1);
    })
    .map((section) => {
      const [title = '', ...lines] = section.split('\n');
      return { title: title.replace(/\s*\{#[^}]*\}/u, ''), text: lines.join('\n').trim() };
    });
}

/** What happens to the files of strangers, each to one file in twenty. */
const mishaps: readonly ((text: string) => string)[] = [
  (text) => `\uFEFF${text}`,
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => `${text}\n\n其中 $\\undefinedcommand{x}$ 与 $x^{$。\n`,
  (text) => `${text}\n\n$$\\begin{aligned} a &= b\n\n后文\n`,
  (text) => `${text}\n\n![图](images/${String(text.length)}.png)\n`,
  (text) => `${text}\n\n:::unknown\n文字\n\n见 [[没有这篇]] 与 [这篇](./nowhere.md)。\n`,
];

/**
 * Writes a folder as a stranger may have it: nested, without front matter, cut out of its context, so that
 * labels and works are missing, and damaged here and there. Always the same.
 *
 * @returns how many files there are.
 */
export function writeStrangerFolder(folder: string, count: number): number {
  const all = sections();
  for (let number = 0; number < count; number += 1) {
    const { title, text } = all[number % all.length] ?? { title: '', text: '' };
    const bare = `# ${title} ${String(number)}\n\n${text}\n`;
    const chapter = path.join(folder, `第 ${String((number % 17) + 1)} 章`, number % 3 === 0 ? 'notes' : '');
    mkdirSync(chapter, { recursive: true });
    const mishap = mishaps[number % 20];
    writeFileSync(
      path.join(chapter, `${String(number)} ${title.replace(/[/\\?]/gu, ' ')}.md`),
      mishap ? mishap(bare) : bare,
    );
  }
  return count;
}
