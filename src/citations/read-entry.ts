import { type CSL, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { arxivOf, type BibtexFields, doiOf } from './identifiers.ts';
import { shortNamesLimit } from './csl-styles.ts';
import { andOthers, type Work } from './work.ts';

/** An entry as the library reads it before it interprets its fields. */
export interface RawEntry {
  readonly type: string;
  readonly label: string;
  readonly properties: BibtexFields;
}

/** Something wrong with one field of an entry. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
  readonly hint?: string;
}

/** Readable text of a formula, or nothing where it cannot be read. */
export type FormulaText = (tex: string) => string | undefined;

/** Fields that a list of references shows. Others, such as an abstract, are not even looked at. */
const shownFields = new Set(
  'author editor title subtitle booktitle booksubtitle maintitle journal journaltitle journalsubtitle series volume number issue pages year month date publisher institution school organization edition note howpublished type chapter version url doi'.split(
    ' ',
  ),
);

const thesisKinds: Readonly<Record<string, string>> = {
  phdthesis: 'PhD thesis',
  mastersthesis: 'Master’s thesis',
};

/** Holds the place of a formula while the library reads the text around it. */
const placeholder = /\uE010(\d+)\uE011/gu;
const formula = /(?<!\\)\$(?<tex>(?:\\.|[^$\\])+)\$/gsu;

const convert = (entry: RawEntry): CSL | undefined =>
  plugins.input.chain([entry], {
    forceType: '@biblatex/entries+list',
    generateGraph: false,
    maxChainLength: 10,
    strict: true,
    target: '@csl/list+object',
  })[0];

/** The first field that the library cannot read, and what it says of it. */
function unreadableField(entry: RawEntry): FieldProblem | undefined {
  for (const [field, value] of Object.entries(entry.properties)) {
    try {
      convert({ ...entry, properties: { [field]: value } });
    } catch {
      const hint = 'close every `{`, `$` and `\\begin` inside of the value';
      return { field, message: `The value of \`${field}\` cannot be read as LaTeX.`, hint };
    }
  }
  return undefined;
}

const plain = (text: string): string => text.replace(/<\/?(?:i|b|sup|sub|span)\b[^>]*>/gu, '');

const nameOf = ({ given, family, literal, ...rest }: NonNullable<CSL['author']>[number]): string =>
  literal ??
  [given, rest['dropping-particle'], rest['non-dropping-particle'], family, rest.suffix]
    .filter((part) => part !== undefined)
    .join(' ');

/** Takes out what would be printed twice, and puts in what the library leaves out. */
function tidy(csl: CSL, { type, properties }: RawEntry, arxiv: string | undefined): void {
  const publication = properties.howpublished ?? '';
  if (csl.publisher === undefined && publication !== '' && !/https?:|\\url/u.test(publication)) {
    csl.publisher = publication.replace(/[{}]/gu, '');
  }
  if (csl.genre === type) {
    const kind = thesisKinds[type];
    if (kind === undefined) delete csl.genre;
    else csl.genre = kind;
  }
  if (arxiv !== undefined) {
    if (/^arxiv\b/iu.test(csl['container-title'] ?? '')) delete csl['container-title'];
    if (String(csl.volume).startsWith('abs/')) delete csl.volume;
    if (/^arxiv:/iu.test(csl.publisher ?? '')) delete csl.publisher;
  }
  // A hyphen in a number would become the dash of a range: 754-2019 is a name.
  if (typeof csl.number === 'string') csl.number = csl.number.replace(/-/gu, '\\-');
  for (const names of [csl.author, csl.editor]) {
    const last = names?.at(-1);
    if (!names || last?.given !== undefined || last?.family !== 'others') continue;
    names.pop();
    // As many as make the style abbreviate, so that it sees two works by Hu et al. as such.
    do names.push({ family: andOthers });
    while (names.length < shortNamesLimit);
  }
}

/** Commands of LaTeX that the library leaves in the text as they are. */
function unknownCommands(csl: CSL, { properties }: RawEntry): FieldProblem[] {
  const printed = JSON.stringify(csl);
  return Object.entries(properties).flatMap(([field, value]) => {
    if (field === 'url' || field === 'doi') return [];
    const commands = value.match(/\\[A-Za-z]+/gu) ?? [];
    const unknown = commands.find((command) => printed.includes(JSON.stringify(command).slice(1, -1)));
    if (unknown === undefined) return [];
    return [{ field, message: `The LaTeX command \`${unknown}\` is not known.` }];
  });
}

/** Interprets an entry: LaTeX becomes text, names are taken apart, identifiers found. */
export function readEntry(
  raw: RawEntry,
  formulaText: FormulaText,
): { work: Work | undefined; problems: FieldProblem[] } {
  const problems: FieldProblem[] = [];
  const formulas: string[] = [];
  const properties: Record<string, string> = {};
  for (const [field, value] of Object.entries(raw.properties)) {
    if (!shownFields.has(field)) continue;
    properties[field] = value.replace(formula, (source, tex: string) => {
      const text = formulaText(tex);
      if (text === undefined) {
        problems.push({ field, message: `The formula \`${source}\` in \`${field}\` cannot be read.` });
      }
      return `{\uE010${String(formulas.push(text ?? tex) - 1)}\uE011}`;
    });
  }
  const entry = { ...raw, properties };
  let csl: CSL | undefined;
  try {
    csl = convert(entry);
  } catch {
    const problem = unreadableField(entry);
    problems.push(problem ?? { field: 'title', message: 'The entry cannot be read.' });
  }
  if (!csl) return { work: undefined, problems };

  const arxiv = arxivOf(raw.properties);
  const doi = doiOf(raw.properties);
  problems.push(...unknownCommands(csl, entry));
  tidy(csl, entry, arxiv);
  const restored = JSON.parse(
    JSON.stringify(csl).replace(placeholder, (_mark, index: string) =>
      JSON.stringify(formulas[Number(index)] ?? '').slice(1, -1),
    ),
  ) as CSL;
  const url = restored.URL;
  if (url !== undefined && !/^(?:https?|ftp):\/\//iu.test(url)) {
    problems.push({ field: 'url', message: `\`${url.slice(0, 60)}\` is not an address of the web.` });
  }
  const year = Number(restored.issued?.['date-parts']?.[0][0]);
  const authors = (restored.author ?? []).filter(({ family }) => family !== andOthers).map(nameOf);
  const reference = {
    key: raw.label,
    title: plain(restored.title ?? ''),
    authors,
    ...(Number.isInteger(year) ? { year } : {}),
    ...(doi === undefined ? {} : { doi }),
    ...(arxiv === undefined ? {} : { arxiv }),
    ...(url === undefined ? {} : { url }),
  };
  return { work: { reference, csl: { ...restored, id: raw.label } }, problems };
}
