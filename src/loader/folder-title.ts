import { readFileSync } from 'node:fs';
import path from 'node:path';

const readmes = ['README.md', 'readme.md', 'Readme.md'];

/** What a stranger's folder is called: the first heading of its README, or else its own name. */
export function folderTitle(folder: string): string {
  for (const name of readmes) {
    try {
      const [, heading] = /^# +(.+?) *#*$/mu.exec(readFileSync(path.join(folder, name), 'utf8')) ?? [];
      if (heading !== undefined) return heading.replace(/\r$/u, '').trim();
    } catch {
      // Most folders have none.
    }
  }
  return path.basename(path.resolve(folder));
}
