import { type HeaderRule, headersOf, patternOf } from '../headers/header-rules.ts';
import type { Answer } from './ask-host.ts';
import { contentTypeOf, mediaTypeOf } from './media-types.ts';

/** What is wrong with an answer, and what to do about it. */
export interface Problem {
  readonly message: string;
  readonly hint: string;
}

/** Bytes above which a host should compress; some leave small files as they are. */
const worthCompressing = 2048;

/** Types that go by several names. */
const sameType: Readonly<Record<string, string>> = {
  'application/javascript': 'text/javascript',
  'application/x-javascript': 'text/javascript',
  'text/xml': 'application/xml',
  'application/rss+xml': 'application/xml',
  'application/atom+xml': 'application/xml',
  'application/feed+json': 'application/json',
  'image/x-icon': 'image/vnd.microsoft.icon',
  'text/x-markdown': 'text/markdown',
};

function typeProblem(file: string, { headers }: Answer): Problem | undefined {
  const known = mediaTypeOf(file);
  if (!known) return undefined;
  const written = headers.get('content-type') ?? '';
  const [type = '', ...parameters] = written.toLowerCase().split(/\s*;\s*/u);
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  const hint = 'take the types of files from `npm run headers`';
  if ((sameType[type] ?? type) !== known.type)
    return { message: `Content-Type is \`${written}\`, not \`${contentTypeOf(file)}\``, hint };
  // A page, a style sheet and data in XML or JSON say or know their charset by themselves.
  const needsCharset = known.type === 'text/plain' || known.type === 'text/markdown';
  const isUtf8 = charset === undefined ? !needsCharset : charset.replaceAll('"', '') === 'utf-8';
  return isUtf8 ? undefined : { message: `Content-Type is \`${written}\`, without \`charset=utf-8\``, hint };
}

function codingProblem(file: string, { headers, body }: Answer): Problem | undefined {
  const known = mediaTypeOf(file);
  const coding = headers.get('content-encoding');
  if (known?.compresses && body.length > worthCompressing && coding === null)
    return { message: 'comes uncompressed', hint: 'let the host compress, or build with --compress' };
  const vary = (headers.get('vary') ?? '').toLowerCase();
  if (coding !== null && !/accept-encoding|\*/u.test(vary)) {
    return {
      message: 'comes compressed without `Vary: Accept-Encoding`',
      hint: 'caches on the way would give it to readers who cannot read it; let the host send the header',
    };
  }
  return undefined;
}

/** `public, max-age=0, must-revalidate` means what `no-cache` means. */
const asksEachTime = (value: string): boolean =>
  /\bno-cache\b/u.test(value) || (/\bmax-age=0\b/u.test(value) && /\bmust-revalidate\b/u.test(value));

const normal = (value: string): string => value.replace(/\s+/gu, ' ').trim().toLowerCase();

/** The values that are as good: those of all rules joined, or that of the most special one. */
function goodValues(rules: readonly HeaderRule[], pathname: string, name: string): string[] {
  const own = rules
    .filter(
      ({ path, headers }) => headers[name] !== undefined && new RegExp(patternOf(path), 'u').test(pathname),
    )
    .map(({ headers }) => headers[name] ?? '');
  return [own.join(', '), own.at(-1) ?? ''].map(normal);
}

/** What is wrong with the headers that the build asks for. */
export function headerProblems(rules: readonly HeaderRule[], pathname: string, headers: Headers): Problem[] {
  const hint = 'the host must read `_headers`, or take what `npm run headers` prints after each build';
  return Object.entries(headersOf(rules, pathname)).flatMap(([name, value]): Problem[] => {
    const written = headers.get(name);
    if (written === null) return [{ message: `there is no ${name}`, hint }];
    if (goodValues(rules, pathname, name).includes(normal(written))) return [];
    if (name === 'Cache-Control' && asksEachTime(value) && asksEachTime(written)) return [];
    const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
    const isLong = value.length > 60;
    return [{ message: `${name} is \`${shown}\`${isLong ? ', not as built' : `, not \`${value}\``}`, hint }];
  });
}

/** What is wrong with the body of a file and what is said of it. */
export function bodyProblems(file: string, built: Buffer, answer: Answer): Problem[] {
  const sizes = `${String(answer.body.length)} bytes, built were ${String(built.length)}`;
  const differs: Problem[] = answer.body.equals(built)
    ? []
    : [
        {
          message: answer.body.length === built.length ? 'has other content' : `has other content (${sizes})`,
          hint: 'publish this build whole, empty the cache of the host, and let nothing rewrite pages on the way',
        },
      ];
  const others = [typeProblem(file, answer), codingProblem(file, answer)];
  return [...differs, ...others.filter((problem) => problem !== undefined)];
}
