import { keyOf, type TagArguments, wordsFrom } from './dialect-arguments.ts';
import {
  bracketed,
  destination,
  type DialectContext,
  imageMarkdown,
  type Meaning,
  wordsOf,
} from './dialect-meaning.ts';
import type { DialectTag } from './dialect-tag-scan.ts';

type ReadTag = (args: TagArguments, tag: DialectTag, context: DialectContext) => Meaning | undefined;

const isSize = (text: string): boolean => /^\d+(?:px|%)?$/u.test(text);
const isImageFile = (text: string): boolean =>
  /\.(?:png|jpe?g|gif|svg|webp|avif|bmp)(?:[?#].*)?$/iu.test(text);
const isAddress = (text: string): boolean => /^(?:https?:)?\/\/|^\//u.test(text);

/** Path of an image as it stands from the article. */
const imagePath = (written: string, { pathOf }: DialectContext): string =>
  isAddress(written) ? written : (pathOf(written) ?? written);

/** `{% asset_img 类 图.png 500 300 标题 替代文字 %}`, `{% img /图.png 500 "标题" "替代文字" %}` */
const hexoImage: ReadTag = (args, _tag, context) => {
  const { words } = args;
  const at = words.findIndex(({ text }) => isImageFile(text));
  const file = words[at]?.text ?? words[0]?.text;
  if (file === undefined) return undefined;
  const rest = words.slice(Math.max(0, at) + 1).filter(({ text }) => !isSize(text));
  const isTwo = rest.length === 2 && rest.every(({ isQuoted }) => isQuoted);
  // `'"title" "alt"'` is one string with two in it.
  const inner = /^"(?<title>.*?)"\s+"(?<alt>.*)"$/u.exec(rest[0]?.text ?? '')?.groups;
  const title = inner?.title ?? (isTwo ? rest[0]?.text : rest.map(({ text }) => text).join(' ')) ?? '';
  const alt = inner?.alt ?? (isTwo ? rest[1]?.text : title) ?? '';
  const caption = wordsOf(title, context);
  return { kind: 'inline', text: imageMarkdown(imagePath(file, context), wordsOf(alt, context), caption) };
};

/** `{{< figure src="a.png" alt="…" caption="…" link="…" >}}`, `{% include figure.html path="a.png" %}` */
const figure: ReadTag = (args, _tag, context) => {
  const named = keyOf(args, 'src', 'url', 'path', 'image_path', 'file', 'img', 'image');
  const file = named ?? args.words.find(({ text }) => isImageFile(text))?.text;
  if (file === undefined || file.includes('{{')) return undefined;
  const parts = [keyOf(args, 'caption', 'title'), keyOf(args, 'attr', 'attribution')];
  const caption = wordsOf(parts.filter((part) => part !== undefined).join('，'), context);
  const alt = wordsOf(keyOf(args, 'alt') ?? caption, context).replace(/<[^>]*>|[*`]/gu, '');
  const image = imageMarkdown(imagePath(file, context), alt, caption);
  const link = keyOf(args, 'link', 'href');
  return { kind: 'block', text: link === undefined ? image : `[${image}](${destination(link)})` };
};

/** `{% post_link 文件名 文字 %}`, `{% asset_link 文件 文字 %}` */
const fileLink: ReadTag = (args, _tag, context) => {
  const file = args.words[0]?.text;
  if (file === undefined) return undefined;
  const words = args.words.slice(1).filter(({ text }) => !/^(?:true|false)$/u.test(text));
  const [name = '', anchor] = file.split('#', 2);
  const path = destination(context.pathOf(name) ?? name) + (anchor === undefined ? '' : `#${anchor}`);
  const text = wordsOf(words.map((word) => word.text).join(' '), context) || name.replace(/^.*\//u, '');
  return { kind: 'inline', text: `[${bracketed(text)}](${path})` };
};

/** `{% link 文字 https://… %}` of Hexo, `{% link _posts/a.md %}` of Jekyll, `{% btn 地址, 文字, 图标 %}` */
const link: ReadTag = (args, tag, context) => {
  if (tag.name === 'link' && args.words.length === 1) return path(args, tag, context);
  const parts = args.written.includes(',')
    ? args.written.split(',').map((part) => part.trim())
    : args.words.map(({ text }) => text);
  const url =
    parts.find((part) => isAddress(part)) ??
    (tag.name === 'btn' || tag.name === 'button' ? parts[0] : undefined);
  const text = keyOf(args, 'text') ?? parts.find((part) => part !== url && !/^(?:fa|true|false)/u.test(part));
  const href = keyOf(args, 'href', 'link', 'url', 'relref') ?? url;
  if (href === undefined) return undefined;
  return { kind: 'inline', text: `[${bracketed(wordsOf(text || href, context))}](${destination(href)})` };
};

/** `{{< ref "a.md#节" >}}`, `{% post_url 2020-01-02-a %}`: an address, mostly where a link has one. */
const path: ReadTag = (args, _tag, { pathOf }) => {
  const written = keyOf(args, 'path') ?? wordsFrom(args, 0);
  if (written === '') return undefined;
  const [name = '', anchor] = written.split('#', 2);
  const found = name === '' ? '' : (pathOf(name) ?? name);
  return { kind: 'inline', text: destination(found) + (anchor === undefined ? '' : `#${anchor}`) };
};

const hosts: Readonly<Record<string, readonly [name: string, address: string]>> = {
  youtube: ['YouTube', 'https://www.youtube.com/watch?v='],
  bilibili: ['哔哩哔哩', 'https://www.bilibili.com/video/'],
  vimeo: ['Vimeo', 'https://vimeo.com/'],
  gist: ['Gist', 'https://gist.github.com/'],
  tweet: ['X', 'https://x.com/i/status/'],
};

/** `{% youtube id %}`: pages load nothing from other hosts, so it becomes a link. */
const media: ReadTag = (args, tag) => {
  const [name, address] = hosts[tag.name] ?? [];
  const given =
    keyOf(args, 'id', 'bvid') ??
    args.words
      .map(({ text }) => text)
      .slice(0, tag.name === 'gist' ? 2 : 1)
      .join('/');
  if (name === undefined || address === undefined || given === '') return undefined;
  return {
    kind: 'inline',
    text: `[${name} ${given}](${destination(address + given)})`,
    problem: {
      message: `\`${tag.written}\` becomes a link: a page loads nothing from another host.`,
      hint: `write the link yourself: [标题](${address}${given})`,
    },
  };
};

const include: ReadTag = (args, tag, context) => {
  const file = args.words[0]?.text ?? '';
  return /(?:figure|image|img)\.(?:html|liquid|md)$/u.test(file) ? figure(args, tag, context) : undefined;
};

/** Tags that stand for a link, an image or an address. */
export const linkMeanings: Readonly<Record<string, ReadTag>> = {
  asset_img: hexoImage,
  img: (args, tag, context) => (tag.family === 'hugo' ? figure : hexoImage)(args, tag, context),
  image: figure,
  figure,
  include,
  include_relative: include,
  post_link: fileLink,
  asset_link: fileLink,
  asset_path: path,
  post_path: path,
  post_url: path,
  ref: path,
  relref: path,
  link,
  btn: link,
  button: link,
  ...Object.fromEntries(Object.keys(hosts).map((name) => [name, media])),
};
