import type { ArticleFacts } from './article-facts.ts';

/** A text as PDF has it: UTF-16, in hexadecimal digits. */
const text = (value: string): string =>
  `<FEFF${Buffer.from(value.toWellFormed(), 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** `2026-11-20T00:00:00Z` → `(D:20261120000000Z)` */
const moment = (date: Date): string => `(D:${date.toISOString().replace(/[-:T]|\..*$/gu, '')}Z)`;

/** An object of a PDF by its number: `<< … >>`, nothing but that. */
const dictionaryOf = (pdf: string, number: string): string =>
  new RegExp(`(?:^|\\n)${number} 0 obj\\n(?<body><<.*?>>)\\nendobj`, 'su').exec(pdf)?.groups?.body ?? '';

/** How many pages a PDF of Chromium has. */
export const pagesOf = (pdf: Buffer): number =>
  pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length ?? 0;

/**
 * Says in a PDF of Chromium what it is: title, authors, subject, keywords, and the dates of the article in the
 * place of those of the machine. As the format has it (ISO 32000-1, 7.5.6) the new dictionary is added at the
 * end, with a table of references that leads to it and to all others.
 *
 * @throws {Error} when Chromium writes PDF in another way than it did.
 */
export function withFacts(pdf: Buffer, facts: ArticleFacts): Buffer {
  const source = pdf.toString('latin1');
  const trailer = /trailer\n<<(?<entries>[^>]*)>>\nstartxref\n(?<previous>\d+)\n%%EOF\s*$/u.exec(
    source,
  )?.groups;
  const number = /\/Info (?<number>\d+) 0 R/u.exec(trailer?.entries ?? '')?.groups?.number;
  if (!trailer || number === undefined) throw new Error('This PDF has no trailer as Chromium writes it.');
  const producer = /\/Producer \((?:\\.|[^\\)])*\)/u.exec(dictionaryOf(source, number))?.[0] ?? '';
  const entries = [
    `/Title ${text(facts.title)}`,
    `/Author ${text(facts.authors.join(', '))}`,
    ...(facts.description === '' ? [] : [`/Subject ${text(facts.description)}`]),
    ...(facts.tags.length === 0 ? [] : [`/Keywords ${text(facts.tags.join(', '))}`]),
    '/Creator (Downlink)',
    producer,
    `/CreationDate ${moment(facts.published)}`,
    `/ModDate ${moment(facts.updated)}`,
  ];
  const object = `${number} 0 obj\n<<${entries.join('\n')}>>\nendobj\n`;
  const start = pdf.length + 1;
  const table = `xref\n${number} 1\n${String(start).padStart(10, '0')} 00000 n \n`;
  const tail = `trailer\n<<${trailer.entries ?? ''}\n/Prev ${trailer.previous ?? ''}>>\n`;
  const end = `startxref\n${String(start + object.length)}\n%%EOF\n`;
  return Buffer.concat([pdf, Buffer.from(`\n${object}${table}${tail}${end}`, 'latin1')]);
}
