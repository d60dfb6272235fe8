import type { RuleId } from '../diagnostics/catalogue.ts';
import type { Both, Explanation } from './explanation.ts';
import { blockRules } from './rules-blocks.ts';
import { codeRules } from './rules-code.ts';
import { dataRules } from './rules-data.ts';
import { fileRules } from './rules-files.ts';
import { htmlRules } from './rules-html.ts';
import { linkRules } from './rules-links.ts';
import { mathRules } from './rules-math.ts';
import { notebookRules } from './rules-notebooks.ts';
import { referenceRules } from './rules-references.ts';

/** Some rules with a name. */
interface RuleGroup {
  readonly id: string;
  readonly title: Both;
  readonly rules: Readonly<Record<string, Explanation>>;
}

/** The sections of the manual's page about diagnostics. */
export const ruleGroups: readonly RuleGroup[] = [
  { id: 'files', title: { zh: '文件与设置', en: 'Files and settings' }, rules: fileRules },
  { id: 'notebooks', title: { zh: '笔记本', en: 'Notebooks' }, rules: notebookRules },
  { id: 'data', title: { zh: '前言与数据文件', en: 'Front matter and data' }, rules: dataRules },
  { id: 'math', title: { zh: '数学', en: 'Mathematics' }, rules: mathRules },
  { id: 'references', title: { zh: '引用与数字', en: 'References and numbers' }, rules: referenceRules },
  { id: 'code', title: { zh: '代码与图示', en: 'Code and diagrams' }, rules: codeRules },
  { id: 'links', title: { zh: '链接与图片', en: 'Links and images' }, rules: linkRules },
  { id: 'blocks', title: { zh: '块与文字', en: 'Blocks and text' }, rules: blockRules },
  { id: 'html', title: { zh: 'HTML 与 MDX', en: 'HTML and MDX' }, rules: htmlRules },
];

/** What the manual says of every rule of the catalogue. */
export const explanations: Readonly<Record<RuleId, Explanation>> = {
  ...fileRules,
  ...notebookRules,
  ...dataRules,
  ...mathRules,
  ...referenceRules,
  ...codeRules,
  ...linkRules,
  ...blockRules,
  ...htmlRules,
};
