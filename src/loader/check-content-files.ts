import { existsSync } from 'node:fs';
import type { Finding } from '../diagnostics/diagnostic.ts';
import { type ContentFile, displayPath, findContentFiles } from './content-files.ts';

/**
 * Finds the files of a content folder that are articles, and reports others that an author may take for some,
 * or that there are none.
 *
 * @param locales ids of the site's locales.
 */
export async function checkContentFiles(
  contentFolder: string,
  locales: readonly string[],
  reportIn: (file: string) => (finding: Finding) => void,
): Promise<ContentFile[]> {
  const { files, outside, unpublished } = await findContentFiles(contentFolder, locales);
  const [first, ...others] = unpublished;
  if (first !== undefined) {
    const more = others.length === 0 ? '' : `, nor are ${String(others.length)} others`;
    reportIn(first)({
      rule: 'content/outside-posts',
      message: `The file does not lie in posts/ and is not published${more}.`,
      hint: 'move it into posts/, or name another folder with --content DIR',
    });
  }
  for (const file of outside) {
    reportIn(file)({
      rule: 'content/unreadable',
      message: 'The file leads out of the content folder and is not published.',
      hint: 'copy it into the folder',
    });
  }
  if (files.length === 0) {
    reportIn(displayPath(contentFolder))({
      rule: 'content/none',
      message: existsSync(contentFolder)
        ? 'The content folder holds no Markdown file.'
        : 'The content folder does not exist.',
      hint: 'put articles into posts/<slug>/zh.md, or name another folder with --content DIR',
    });
  }
  return files;
}
