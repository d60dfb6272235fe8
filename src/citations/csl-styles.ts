/** How citations look: `[1]`, or authors and year. */
export type CitationStyle = 'numeric' | 'author-year';
/** Language of the words that a style adds, such as 等 or et al. */
export type CitationLanguage = 'zh' | 'en';

/** From so many authors on, a citation names the first alone. */
export const shortNamesLimit = 3;

/** Stands between the authors of a citation, its year, and the entry in the list of references. */
export const labelBreak = '\uE001';

interface Words {
  readonly etAl: string;
  readonly and: string;
  readonly noDate: string;
  readonly volume: string;
  readonly edition: string;
}

const words: Readonly<Record<CitationLanguage, Words>> = {
  zh: {
    etAl: '等',
    and: '和',
    noDate: '无日期',
    volume: '<text variable="volume" prefix="第 " suffix=" 卷"/>',
    edition: '<text variable="edition" prefix="第 " suffix=" 版"/>',
  },
  en: {
    etAl: 'et al.',
    and: 'and',
    noDate: 'n.d.',
    volume: '<text variable="volume" prefix="vol. "/>',
    edition: '<number variable="edition" form="ordinal" suffix=" ed."/>',
  },
};

/** The word for authors who are not named. */
export const etAl = (language: CitationLanguage): string => words[language].etAl;

/** Title and venue of an entry; its year too where that does not stand after the authors. */
const titleAndVenue = ({ volume, edition }: Words, year: string): string => `
  <text variable="title" font-style="italic"/>
  <group delimiter=", ">
    <choose>
      <if variable="container-title">
        <group delimiter=" ">
          <text variable="container-title"/>
          <group><text variable="volume"/><text variable="issue" prefix="(" suffix=")"/></group>
        </group>
      </if>
      <else>
        <text variable="collection-title"/>
        ${volume}
      </else>
    </choose>
    <choose>
      <if is-numeric="edition">${edition}</if>
      <else><text variable="edition"/></else>
    </choose>
    <group delimiter=" "><text variable="genre"/><text variable="number"/></group>
    <text variable="publisher"/>
    <text variable="page"/>
    ${year}
  </group>
  <text variable="note"/>`;

/** Authors, else editors. CSL's own `substitute` would take them away from what follows. */
const namesAs = (name: string): string => `
  <choose>
    <if variable="author"><names variable="author">${name}</names></if>
    <else><names variable="editor">${name}</names></else>
  </choose>`;

const shortNames = namesAs(
  `<name form="short" and="text" et-al-min="${String(shortNamesLimit)}" et-al-use-first="1"/>`,
);

/** `Edward J. Hu, Yelong Shen` or, where the list is sorted by them, `Hu, Edward J., Yelong Shen`. */
const longNames = (sorted: boolean): string =>
  namesAs(
    `<name delimiter=", " et-al-min="9" et-al-use-first="6"${sorted ? ' name-as-sort-order="first"' : ''}/>`,
  );

/**
 * The site's own styles in the Citation Style Language (CSL 1.0.2). Titles keep their case, and names
 * are given in full, as reference lists of machine-learning papers do.
 *
 * An entry of the bibliography begins with what a citation of it shows, so that both come out of one
 * run: `Hu 等␟2021a␟Hu, Edward J. …`
 */
export function cslStyle(style: CitationStyle, language: CitationLanguage): string {
  const own = words[language];
  const year = '<date variable="issued"><date-part name="year"/></date>';
  const dated = `<group><choose><if variable="issued">${year}</if><else><text value="${own.noDate}"/></else></choose><text variable="year-suffix"/></group>`;
  const isNumeric = style === 'numeric';
  const entry = isNumeric
    ? longNames(false) + titleAndVenue(own, year)
    : longNames(true) + dated + titleAndVenue(own, '');
  const sort = '<sort><key macro="names"/><key variable="issued"/><key variable="title"/></sort>';
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info>
    <title>Downlink ${style}</title>
    <id>downlink-${style}-${language}</id>
    <updated>2026-11-20T00:00:00+00:00</updated>
  </info>
  <locale>
    <terms>
      <term name="et-al">${own.etAl}</term>
      <term name="and">${own.and}</term>
    </terms>
  </locale>
  <macro name="names">${longNames(true)}</macro>
  <citation${isNumeric ? '' : ' disambiguate-add-year-suffix="true"'}>
    <layout><group delimiter=" ">${shortNames}${dated}</group></layout>
  </citation>
  <bibliography>
    ${isNumeric ? '' : sort}
    <layout suffix=".">
      <group delimiter="${labelBreak}">${shortNames}${dated}<group delimiter=". ">${entry}</group></group>
    </layout>
  </bibliography>
</style>`;
}
