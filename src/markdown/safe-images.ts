import type { VFile } from 'vfile';
import { contextOf } from './context.ts';
import { placeOfTag } from './safe-places.ts';
import type { Tag } from './safe-tag.ts';
import { urlKind } from './safe-urls.ts';

/** Astro reads sizes as numbers of pixels; a share of the column becomes a class. */
function tidySizes(tag: Tag): void {
  for (const name of ['width', 'height']) {
    const size = tag.get(name)?.trim();
    if (size === undefined || /^\d+$/u.test(size)) continue;
    tag.remove(name);
    const pixels = /^(\d+)(?:\.\d+)?(?:px)?$/u.exec(size)?.[1];
    const percent = /^(\d+)(?:\.\d+)?%$/u.exec(size)?.[1];
    if (pixels !== undefined) tag.set(name, pixels);
    if (percent !== undefined && name === 'width') {
      const tens = Math.min(10, Math.max(1, Math.round(Number(percent) / 10)));
      const others = tag.get('className') ?? tag.get('class');
      tag.remove('class');
      tag.set('className', [others, `width-${String(tens * 10)}`].filter(Boolean).join(' '));
    }
  }
}

/** Hands an image over to Astro, as those of Markdown are: it sizes and converts what is listed there. */
function handOver(tag: Tag, file: VFile, source: string): void {
  const astro = (file.data.astro ??= { frontmatter: {} });
  const listed = (astro.localImagePaths ??= []);
  if (!listed.includes(source)) listed.push(source);
  tag.set('src', source);
  // Its other sizes are made from the image itself.
  tag.remove('srcSet');
  tag.remove('sizes');
  tidySizes(tag);
}

/** An address without its `%20`; nothing where a `%` stands for nothing. */
function decoded(address: string): string | undefined {
  try {
    return decodeURI(address);
  } catch {
    return undefined;
  }
}

/**
 * Checks an image written as a tag, as `remark-images` does for those of Markdown.
 *
 * `<img src="./fig.png" width="50%">` → an image that Astro sizes, with the class `width-50`
 *
 * @param trusted whether an image of another host may stay.
 */
export function checkImage(tag: Tag, file: VFile, trusted: boolean): void {
  const { report, hasAsset, resolveLink, images } = contextOf(file);
  const source = tag.get('src')?.trim();
  if (source === undefined) return;
  const place = placeOfTag(String(file), tag.node.position, 'img', 'src');
  if (!tag.has('alt')) {
    report({
      rule: 'image/no-alt',
      message: `The image \`${source.slice(0, 80)}\` has no text alternative.`,
      hint: 'say what it shows: alt="…"; alt="" for mere decoration',
      ...placeOfTag(String(file), tag.node.position, 'img'),
    });
  }
  const kind = urlKind(source);
  const path = decoded(source);
  if (kind === 'foreign' || kind === 'picture') {
    report({
      rule: 'image/remote',
      message: `The image \`${source.slice(0, 80)}\` is not on this site.`,
      hint: 'save it beside the article; a page loads nothing from another host',
      ...place,
    });
    if (path === undefined || (kind === 'foreign' && !trusted)) tag.remove('src');
    return;
  }
  if (kind !== 'local') return;
  if (path === undefined || !hasAsset(source)) {
    report({
      rule: 'image/missing',
      message: `There is no image file \`${source}\`.`,
      hint: source.startsWith('/')
        ? 'a path with a leading / is looked up in public/'
        : 'the path starts at the folder of the article',
      ...place,
    });
    tag.remove('src');
    return;
  }
  if (!source.startsWith('/')) {
    images.push({ url: path, place });
    handOver(tag, file, path);
    return;
  }
  const target = resolveLink(source);
  if (target.kind === 'internal') tag.set('src', target.url);
}
