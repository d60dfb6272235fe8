/** A numeral of a sentence that claims something. */
export interface ClaimedNumber {
  /** The numeral as it is written, without its unit. */
  readonly text: string;
  /** Offset in the sentence. */
  readonly index: number;
}

/** Integers up to this one count things (3 个, 第 1 步), and claim nothing by themselves. */
const largestCount = 10;

/** Takes the place of what is no claim; no letter, no digit and no blank. */
const veil = '\u{FDD1}';

const veiled = (text: string): string => veil.repeat(text.length);

const year = '(?:19|20)\\d\\d';
const digits = '\\d+(?:\\.\\d+)*';

/** Stretches whose numerals claim nothing, whatever stands around them. */
const nothing = [
  // Identifiers: arXiv, DOI, date and time in digits.
  /(?:arXiv:\s*)?\b\d{4}\.\d{4,5}(?:v\d+)?\b|\b10\.\d{4,}\/\S+/giu,
  new RegExp(`\\b${year}[-/.]\\d{1,2}[-/.]\\d{1,2}\\b`, 'gu'),
  // Dates: 2017 年 10 月、10 月 3 日、（2017）、in May 2017
  new RegExp(
    `(?:${year}\\s*[-–—~至到、]\\s*)?${year}\\s*年(?:\\s*\\d{1,2}\\s*月)?(?:\\s*\\d{1,2}\\s*[日号])?`,
    'gu',
  ),
  /(?<!\d)\d{1,2}\s*月\s*\d{1,2}\s*[日号]/gu,
  new RegExp(`(?<=[（(，,]\\s*)${year}[a-z]?(?=[）)])`, 'gu'),
  new RegExp(
    `\\b(?:in|since|until|from|by|of|January|February|March|April|May|June|July|August|September|October|November|December)\\s+${year}\\b`,
    'gu',
  ),
  // Places in a work: 图 2、表 4、式 (5)、第 3.2 节、Fig. 3, Section 4.1
  new RegExp(
    `(?:(?<![意试企贪力地])图|(?<![代发列外地报词])表|(?<![方形模格正样])式|公式|算法|附录|定理|引理|脚注)\\s*[（(]?[A-Z]?\\.?${digits}[a-z]?[）)]?`,
    'gu',
  ),
  /第\s*[A-Z]?\.?\d[\d.]*\s*(?:节|章|页|版|条|行)/gu,
  new RegExp(
    `\\b(?:Fig(?:ure|s?\\.)|Tab(?:le|\\.)|Sec(?:tion|\\.)|Eq(?:uation|s?\\.)|Appendix|Algorithm|Theorem|Lemma|Chapter|Listing)s?\\s*\\(?[A-Z]?\\.?${digits}[a-z]?\\)?`,
    'gu',
  ),
  // Widths of number formats: 16 位、32-bit
  /(?<![\d.])(?:4|8|16|32|64|128)(?:\s*\/\s*(?:4|8|16|32|64|128))*(?:\s*位(?!数)|[- ]bits?\b)/gu,
  // Small shapes: 1×1、3 × 3
  /(?<![\d.,])(?:\d|10)(?:\s*[×✕]\s*(?:\d|10))+(?![\d.,]|\s*\p{L}?[%倍万亿])/gu,
];

/** Letters and digits that stand together, with the signs that join them: `Qwen1.5-7B-Chat`, `18M`, `1e-4`. */
const run =
  /[\p{Script=Latin}\p{Script=Greek}\d]+(?:(?:[-._/+]|,(?=\d{3}))[\p{Script=Latin}\p{Script=Greek}\d]+)*\+?/gu;

/**
 * A number with its unit, which is no name although there are letters in it: `80GB`, `18M`, `2.5x`, `1e-4`.
 * `7B` and `1.3B` are sizes by which models go, `0.236B` is a count.
 */
const measured =
  /^\d[\d,]*(?:\.\d+)?(?:[eE][-+]?\d+|\.\d{2,}B|[kKMGTP]i?(?:B|b|bit|bps|Hz|FLOPs?|FLOPS)?|m?s|[uµμn]s|h|min|Hz|FLOPs?|W|x|dB|fps|px)(?:\/s)?$/u;

const isName = (word: string): boolean => /[^\d\s.,_/+-]/u.test(word) && !measured.test(word);

/** Measures that a number after them gives a value of, so that it is no part of their name: `BLEU 28`. */
const measure =
  /^(?:m?AP|AR|m?IoU|BLEU|ROUGE.*|METEOR|F1|EM|PPL|Acc|Accuracy|FID|PSNR|SSIM|Dice|GLUE|R[12L]|MT-Bench|HumanEval|MBPP|GSM8K|MMLU)$/iu;

/** What follows a number that counts or measures. */
const unit =
  '\\s*(?:[%‰％×✕⁰¹²³⁴⁵⁶⁷⁸⁹]|[倍万亿千百]|[个張张层次步块头种项条组份家篇轮类维卡秒分小天周年位台人字词元点美余多比]|[kKMGTP]i?B?\\b|B\\b|m?s\\b|bits?\\b|bytes?\\b|[a-z]{2,})';
/** Words of English that may follow a name with its version. */
const afterName =
  '(?!\\s*(?:and|or|is|was|are|has|had|with|on|in|at|as|to|for|by|the|uses?|can|does|from)\\b)';

/** What may follow a name: a version, or an edition. `COCO 2017`, `Llama 3.1`, `IEEE 754` */
const version = new RegExp(
  ` (?:\\d+|[1-9]\\.\\d{1,2}(?:\\.\\d+)*)(?![\\d.,]*\\d)(?!${afterName}${unit})`,
  'uy',
);

const numeral = /\d+(?:,\d{3})*(?:\.\d+)?(?:[eE][-+]?\d+)?/gu;

/** A unit that makes a claim of a small integer as well: 2 倍、5%、3 GB、10⁹ */
const measuredAfter =
  /^(?:\s*(?:[%‰％×✕倍万亿千百⁰¹²³⁴⁵⁶⁷⁸⁹]|字节|比特|毫秒|微秒|秒|分钟|小时|天|周|个月|年|美元|元|[kKMGTP]i?B?\b|B\b|[mµμn]?s\b|h\b|min\b|x\b|bytes?\b|percent\b|times\b)|\s*\/\s*\d)/u;

const halfWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ．％]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/** The sentence with what is no claim veiled; as long as before. */
function veilNames(sentence: string): string {
  let text = halfWidth(sentence);
  for (const pattern of nothing) text = text.replace(pattern, veiled);
  const pieces: string[] = [];
  let from = 0;
  for (const { 0: word, index } of text.matchAll(run)) {
    if (index < from || !isName(word)) continue;
    let end = index + word.length;
    // Names without a capital are words: `batch 32` is no version of anything.
    if (/\p{Lu}/u.test(word) && !measure.test(word)) {
      version.lastIndex = end;
      end += version.exec(text)?.[0].length ?? 0;
    }
    // A word without digits may be a unit.
    const kept = /\d/u.test(word) ? index : index + word.length;
    pieces.push(text.slice(from, kept), veil.repeat(end - kept));
    from = end;
  }
  return [...pieces, text.slice(from)].join('');
}

/**
 * The numerals of a sentence that claim something about the world and so need a source. None of these is one:
 *
 * - a part of a name: `GPT-3`, `7B`, `FP16`, `COCO 2017`, `1×1`, `16 位`
 * - an integer up to 10 without a unit: `3 个`, `第 1 步`
 * - a date or year, a place in a work (`图 2`, `第 3.2 节`), an identifier
 *
 * `GPT-3 训练 3 次，准确率 73.4%` → `73.4`
 */
export function claimedNumbers(sentence: string): ClaimedNumber[] {
  const text = veilNames(sentence);
  const claims: ClaimedNumber[] = [];
  for (const { 0: written, index } of text.matchAll(numeral)) {
    const value = Number(written.replaceAll(',', ''));
    const before = text.slice(0, index);
    const after = text.slice(index + written.length);
    const isCount =
      Number.isInteger(value) &&
      value <= largestCount &&
      !written.includes('.') &&
      (/第\s*$/u.test(before) || !(measuredAfter.test(after) || /\d\s*\/\s*$/u.test(before)));
    if (!isCount) claims.push({ text: sentence.slice(index, index + written.length), index });
  }
  return claims;
}
