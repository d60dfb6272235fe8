import { catalogue, isRule, type RuleId } from '../diagnostics/catalogue.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Both, Files } from './explanation.ts';
import { pageHead } from './page-head.ts';
import { explanations, ruleGroups } from './rules.ts';
import { filesOf, tryFiles } from './try-files.ts';

type Language = keyof Both;

const words = {
  title: { zh: '诊断', en: 'Diagnostics' },
  description: {
    zh: '检查会报的每一条规则：它说什么，怎样改，以及一个真的会触发它的例子。',
    en: 'Every rule of the check: what it says, how to put it right, and an example that it speaks of.',
  },
  intro: {
    zh: '内容里的问题都是诊断：规则的名称、文件、行、列、说明和改法。错误使构建停下，已有的网站原样保留；警告不停。[配置](./configuration.md#rules)里的 `rules` 可以改每条规则的轻重，`--rule link/dead=warn` 只改一次运行，`--lenient` 把错误都变成警告。\n\n本页由规则目录生成：每个例子都真的检查过，报告是检查器的原话。',
    en: 'Whatever is wrong with content is a diagnostic: the name of a rule, file, line, column, what is the matter, and what to do. An error ends the build, which leaves the last site as it was; a warning does not. `rules` under [configuration](./configuration.md#rules) sets how much each rule weighs, `--rule link/dead=warn` does so for one run, and `--lenient` makes warnings of all errors.\n\nThis page is written from the catalogue of rules: every example has been checked, and the reports are what the check said.',
  },
  severity: {
    error: { zh: '错误', en: 'Error' },
    warn: { zh: '警告', en: 'Warning' },
    off: { zh: '默认关闭', en: 'Off by default' },
  },
  report: { zh: '报告', en: 'reported' },
  right: { zh: '改好以后', en: 'put right' },
} as const;

/** Anchor of a rule on the page: `math/syntax` → `math-syntax` */
export const anchorOf = (rule: string): string => rule.replace('/', '-');

/** A fence longer than any in the text. */
function fenced(text: string, language: string, title: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`+/gmu)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language} title="${title}"\n${text.trimEnd()}\n${fence}`;
}

const languages: Readonly<Record<string, string>> = {
  md: 'markdown',
  mdx: 'mdx',
  yaml: 'yaml',
  bib: 'bibtex',
  svg: 'xml',
};

/** Front matter that only makes an example whole. */
const completing = '---\ntitle: LoRA\ndate: 2026-01-01\n---\n';

/** The parts of a wrong example and of the right one that the manual shows: their first files. */
function shown(wrong: string | Files, right: string | Files, language: Language): [string, string] {
  const [name = '', before = ''] = Object.entries(filesOf(wrong))[0] ?? [];
  const [, after = ''] = Object.entries(filesOf(right))[0] ?? [];
  const isWhole = [before, after].some((text) => !text.startsWith(completing) || text === completing);
  const start = isWhole ? 0 : completing.length;
  const code = languages[name.split('.').at(-1) ?? ''] ?? 'text';
  return [fenced(before.slice(start), code, name), fenced(after.slice(start), code, words.right[language])];
}

const reportOf = ({ message, hint }: Diagnostic): string =>
  hint === undefined ? message : `${message}\nhint: ${hint}`;

/**
 * What is found in an example of a rule.
 *
 * @throws {Error} where it is anything but this rule, once.
 */
async function tried(rule: RuleId, example: string | Files): Promise<Diagnostic> {
  const diagnostics = await tryFiles(filesOf(example), { [rule]: 'warn' });
  const [first] = diagnostics;
  if (!first || diagnostics.length > 1 || first.rule !== rule)
    throw new Error(
      `The example of ${rule} says ${diagnostics.map((one) => one.rule).join(', ') || 'nothing'}.`,
    );
  return first;
}

async function ruleText(rule: RuleId, language: Language): Promise<string> {
  const { zh, repair, wrong, right } = explanations[rule];
  const { severity, summary } = catalogue[rule];
  const parts = [
    `### ${rule} {#${anchorOf(rule)}}`,
    `**${words.severity[severity][language]}** ${language === 'zh' ? zh : summary}`,
    repair[language],
  ];
  if (wrong !== undefined && right !== undefined) {
    const [before, after] = shown(wrong, right, language);
    parts.push(before, fenced(reportOf(await tried(rule, wrong)), 'text', words.report[language]), after);
  }
  return parts.join('\n\n');
}

/** The manual's page about diagnostics, as Markdown with front matter. */
export async function diagnosticsPage(language: Language, order: number): Promise<string> {
  const parts = [pageHead(words.title[language], words.description[language], order), words.intro[language]];
  for (const { id, title, rules } of ruleGroups) {
    parts.push(`## ${title[language]} {#${id}}`);
    for (const rule of Object.keys(rules).filter(isRule)) parts.push(await ruleText(rule, language));
  }
  return `${parts.join('\n\n')}\n`;
}
