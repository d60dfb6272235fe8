import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { projectRoot } from '../loader/content-settings.ts';
import { frontMatterSchema } from '../schemas/front-matter.ts';
import { siteConfigSchema } from '../schemas/site.ts';
import type { Both } from './explanation.ts';
import { type KeyComment, keyComments } from './key-comments.ts';
import { pageHead } from './page-head.ts';
import { keysOf, requiredOf, typeText } from './schema-types.ts';
import { variableRows } from './variables.ts';

type Language = keyof Both;
type Schema = z.core.JSONSchema.BaseSchema;

const words = {
  title: { zh: '配置', en: 'Configuration' },
  description: {
    zh: '站点设置、文章的前言和环境变量：每个键的种类、默认值、含义和例子。',
    en: 'Settings of the site, front matter of articles, variables of the environment: type, default, meaning and example of each.',
  },
  intro: {
    zh: '站点设置都在 `src/site.config.ts` 一个文件里，有类型，编辑器会补全并显示说明。写错的值在任何命令开始时报出，连同行、列和该写的内容。\n\n本页由设置的类型和它的注释生成。',
    en: 'All settings are in one typed file, `src/site.config.ts`; editors complete them and show what they mean. A wrong value is reported when any command starts, with its line and what to write instead.\n\nThis page is written from the types of the settings and their comments.',
  },
  settings: { zh: '站点设置', en: 'Settings of the site' },
  required: { zh: '必填', en: 'required' },
  optional: { zh: '可不写', en: 'optional' },
  otherwise: { zh: '默认', en: 'default' },
  value: { zh: '值：', en: 'Value: ' },
  keys: { zh: '键：', en: 'Keys: ' },
  columns: {
    zh: ['键', '值', '含义'],
    en: ['key', 'value', 'meaning'],
  },
  frontMatter: { zh: '前言', en: 'Front matter' },
  frontMatterIntro: {
    zh: '每个键都可以不写。前言写成 YAML（`---` 之间）或 TOML（`+++` 之间）都行；[编辑器可以补全这些键](./start.md#sec-editors)。',
    en: 'Every key may be left out. Front matter is YAML between lines of `---`, or TOML between lines of `+++`; [editors can complete its keys](./start.md#sec-editors).',
  },
  environment: { zh: '环境变量与选项', en: 'Variables and options' },
  environmentIntro: {
    zh: '一次运行的设置：命令行的选项，或同义的环境变量。选项优先。',
    en: 'Settings of one run: options of a command, or variables of the environment that mean the same. Options win.',
  },
  environmentColumns: { zh: ['变量', '选项', '含义'], en: ['variable', 'option', 'meaning'] },
} as const;

const sourceOf = (file: string): string => readFileSync(path.join(projectRoot, file), 'utf8');

const cell = (text: string): string => text.replaceAll('|', '\\|');

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n');

/** What the settings are where nothing is written that need not be. */
const defaults: Readonly<Record<string, unknown>> = siteConfigSchema.parse({
  name: 'Site',
  description: 'Site',
  url: 'https://example.org',
  locales: [{ id: 'zh', tag: 'zh-CN' }],
});

/** The value of a key in words: `whole number, default `7``. */
function valueText(schema: Schema, isRequired: boolean, value: unknown, language: Language): string {
  const isPlain = ['string', 'number', 'boolean'].includes(typeof value);
  const absence = isPlain ? `${words.otherwise[language]} \`${String(value)}\`` : words.optional[language];
  const separator = language === 'zh' ? '，' : ', ';
  return typeText(schema, language) + separator + (isRequired ? words.required[language] : absence);
}

/**
 * The meaning of a key.
 *
 * @throws {Error} where its comment does not say it in both languages.
 */
function meaningOf(key: string, comment: KeyComment | undefined, language: Language, text?: string): string {
  const both = { en: text ?? comment?.text, zh: comment?.zh };
  const meaning = both[language];
  if (!meaning) throw new Error(`The comment of \`${key}\` has no text in ${language}.`);
  return meaning;
}

/** The keys inside of a setting: a table of those with a comment, and else their names. */
function innerKeys(
  key: string,
  schema: Schema,
  comments: ReadonlyMap<string, KeyComment>,
  language: Language,
): string[] {
  const [explained, plain] = [true, false].map((isExplained) =>
    Object.entries(keysOf(schema)).filter(
      ([inner]) => (comments.get(`${key}.${inner}`)?.text !== '') === isExplained,
    ),
  );
  const own = defaults[key];
  const rows = (explained ?? []).map(([inner, one]) => [
    `\`${inner}\``,
    valueText(
      one,
      requiredOf(schema).includes(inner) && !('default' in one),
      own && (own as Record<string, unknown>)[inner],
      language,
    ),
    meaningOf(`${key}.${inner}`, comments.get(`${key}.${inner}`), language),
  ]);
  const names = (plain ?? []).map(([inner]) => `\`${inner}\``).join(language === 'zh' ? '、' : ', ');
  return [
    ...(rows.length > 0 ? [table(words.columns[language], rows)] : []),
    ...(names === '' ? [] : [`${words.keys[language]}${names}`]),
  ];
}

function settingsText(language: Language): string[] {
  const comments = keyComments(sourceOf('src/schemas/site.ts'), 'writtenSchema');
  const schema: Schema = z.toJSONSchema(siteConfigSchema, { io: 'input', unrepresentable: 'any' });
  return Object.entries(keysOf(schema)).flatMap(([key, one]) => {
    const comment = comments.get(key);
    if (!comment?.example) throw new Error(`The comment of \`${key}\` has no @example.`);
    const value = valueText(one, requiredOf(schema).includes(key), defaults[key], language);
    return [
      `### ${key} {#${key}}`,
      meaningOf(key, comment, language),
      words.value[language] + value,
      `\`\`\`ts\n${comment.example},\n\`\`\``,
      ...innerKeys(key, one, comments, language),
    ];
  });
}

function frontMatterRows(language: Language): string[][] {
  const comments = keyComments(sourceOf('src/schemas/front-matter.ts'), 'frontMatterSchema');
  const rowsIn = (schema: Schema, before: string): string[][] =>
    Object.entries(keysOf(schema)).flatMap(([key, one]) => [
      [
        `\`${before}${key}\``,
        typeText(one, language),
        meaningOf(before + key, comments.get(before + key), language, one.description),
      ],
      ...rowsIn(one, `${before}${key}.`),
    ]);
  return rowsIn(z.toJSONSchema(frontMatterSchema, { io: 'input' }), '');
}

/** The manual's page about configuration, as Markdown with front matter. */
export function configurationPage(language: Language, order: number): string {
  const parts = [
    pageHead(words.title[language], words.description[language], order),
    words.intro[language],
    `## ${words.settings[language]} {#settings}`,
    ...settingsText(language),
    `## ${words.frontMatter[language]} {#front-matter}`,
    words.frontMatterIntro[language],
    table(words.columns[language], frontMatterRows(language)),
    `## ${words.environment[language]} {#environment}`,
    words.environmentIntro[language],
    table(words.environmentColumns[language], variableRows(language)),
  ];
  return `${parts.join('\n\n')}\n`;
}
