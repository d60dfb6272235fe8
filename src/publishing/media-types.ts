/** What a file is, by the end of its name. */
interface MediaType {
  readonly type: string;
  /** Whether it is text in UTF-8, which its type should say. */
  readonly isText?: true;
  /** Whether it gets smaller when it is compressed. */
  readonly compresses?: true;
}

const text = (type: string): MediaType => ({ type, isText: true, compresses: true });
const plain = (type: string): MediaType => ({ type });
const loose = (type: string): MediaType => ({ type, compresses: true });

/** All types that a host of the site must know: those of a build, and those that authors put into `public/`. */
export const mediaTypes: Readonly<Record<string, MediaType>> = {
  html: text('text/html'),
  htm: text('text/html'),
  css: text('text/css'),
  js: text('text/javascript'),
  mjs: text('text/javascript'),
  md: text('text/markdown'),
  txt: text('text/plain'),
  csv: text('text/csv'),
  bib: text('text/plain'),
  py: text('text/plain'),
  json: text('application/json'),
  ipynb: text('application/json'),
  map: text('application/json'),
  xml: text('application/xml'),
  webmanifest: loose('application/manifest+json'),
  svg: loose('image/svg+xml'),
  wasm: loose('application/wasm'),
  ico: loose('image/vnd.microsoft.icon'),
  ttf: loose('font/ttf'),
  otf: loose('font/otf'),
  woff: plain('font/woff'),
  woff2: plain('font/woff2'),
  avif: plain('image/avif'),
  gif: plain('image/gif'),
  jpeg: plain('image/jpeg'),
  jpg: plain('image/jpeg'),
  png: plain('image/png'),
  webp: plain('image/webp'),
  mp3: plain('audio/mpeg'),
  mp4: plain('video/mp4'),
  webm: plain('video/webm'),
  pdf: plain('application/pdf'),
  epub: plain('application/epub+zip'),
  gz: plain('application/gzip'),
  zip: plain('application/zip'),
};

const endOf = (name: string): string => /\.([a-z\d]+)$/iu.exec(name)?.[1]?.toLowerCase() ?? '';

/** What is known of a file by its name; nothing where that is not enough. */
export const mediaTypeOf = (name: string): MediaType | undefined => mediaTypes[endOf(name)];

/** The `Content-Type` of a file: `a.md` → `text/markdown; charset=utf-8` */
export function contentTypeOf(name: string): string {
  const known = mediaTypeOf(name);
  if (!known) return 'application/octet-stream';
  return known.isText ? `${known.type}; charset=utf-8` : known.type;
}
