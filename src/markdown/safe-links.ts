import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { placeOfTag } from './safe-places.ts';
import type { Tag } from './safe-tag.ts';
import { urlKind } from './safe-urls.ts';

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * Checks a link written as a tag, as `remark-links` does for those of Markdown. An old anchor gets an
 * id, so that links find it.
 *
 * `<a href="../b/zh.md">` → `<a href="/posts/b/">` · `<a name="x">` → `<a id="x" name="x">`
 */
export function checkLink(tag: Tag, file: VFile): void {
  const { report, resolveLink, fragments } = contextOf(file);
  const anchor = tag.get('name');
  if (anchor && !tag.has('id')) tag.set('id', anchor);
  const href = tag.get('href')?.trim();
  if (href === undefined || urlKind(href) !== 'local') return;
  const place = placeOfTag(String(file), tag.node.position, tag.name, 'href');
  const id = decode(href.split('#')[1] ?? '');
  const message = `\`${href}\` leads to no heading: nothing there has the id \`${id}\`.`;
  const finding = { rule: 'link/dead-anchor', message, ...place } as const;
  if (href.startsWith('#')) {
    if (id !== '') fragments.push({ id, finding });
    return;
  }
  const target = resolveLink(decode(href));
  if (target.kind === 'dead') {
    report({ rule: 'link/dead', message: `\`${href}\` leads nowhere.`, hint: target.hint, ...place });
    tag.remove('href');
  }
  if (target.kind !== 'internal') return;
  if (id !== '' && target.file !== undefined) fragments.push({ id, file: target.file, finding });
  tag.set('href', target.url);
}

/** Attributes of a tag with the address of a file that the page shows. */
const fileAttributes: Readonly<Record<string, readonly string[]>> = {
  audio: ['src'],
  video: ['src', 'poster'],
  source: ['src'],
  track: ['src'],
  iframe: ['src'],
};

/**
 * Gives the files that a tag shows the base path, and reports those that are not there. Only what lies
 * in `public/` has an address.
 *
 * `<video src="/demo.mp4">` → `<video src="/base/demo.mp4">`
 */
export function checkFiles(tag: Tag, file: VFile): void {
  const { report, resolveLink } = contextOf(file);
  for (const name of fileAttributes[tag.name] ?? []) {
    const address = tag.get(name)?.trim();
    if (!address || urlKind(address) !== 'local' || address.startsWith('#')) continue;
    const target = resolveLink(decode(address));
    if (target.kind === 'internal') tag.set(name, target.url);
    if (target.kind !== 'dead') continue;
    report({
      rule: 'link/dead',
      message: `There is no file \`${address}\` on the site.`,
      hint: target.hint ?? 'save it in public/ and write its path with a leading /',
      ...placeOfTag(String(file), tag.node.position, tag.name, name),
    });
  }
}
