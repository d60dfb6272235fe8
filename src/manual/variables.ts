import type { Both } from './explanation.ts';

/** A variable of the environment that an author may set. */
interface Variable {
  /** The option of commands that does the same. */
  readonly option?: string;
  readonly meaning: Both;
}

/** All of them, by their names. */
export const variables = {
  DOWNLINK_CONTENT: {
    option: '--content',
    meaning: { zh: '内容文件夹；不设就是 `content/`', en: 'content folder; else `content/`' },
  },
  DOWNLINK_OUT: {
    option: '--out',
    meaning: { zh: '生成到哪里；不设就是 `dist/`', en: 'folder for the built site; else `dist/`' },
  },
  DOWNLINK_NAME: {
    meaning: {
      zh: '代替 `name`、`description` 和 `about`；宽容模式下不设就是 README 的标题，或文件夹的名字',
      en: 'in the place of `name`, `description` and `about`; with `--lenient` else the heading of the README, or the name of the folder',
    },
  },
  DOWNLINK_SITE: { option: '--site', meaning: { zh: '代替 `url`', en: 'in the place of `url`' } },
  DOWNLINK_BASE: { option: '--base', meaning: { zh: '代替 `base`', en: 'in the place of `base`' } },
  DOWNLINK_RULES: {
    option: '--rule',
    meaning: {
      zh: '加在 `rules` 上，如 `math/strict=error,link/dead=warn`',
      en: 'over `rules`, such as `math/strict=error,link/dead=warn`',
    },
  },
  DOWNLINK_LENIENT: {
    option: '--lenient',
    meaning: { zh: '`1`：内容的错误只是警告', en: '`1`: errors of content are warnings' },
  },
  DOWNLINK_COMPRESS: {
    option: '--compress',
    meaning: { zh: '`1`：打开 `precompress`', en: '`1`: turns `precompress` on' },
  },
  DOWNLINK_PROFILE: {
    option: '--profile',
    meaning: {
      zh: '`1`：构建完时列出时间花在哪里；写一个文件名，就再以 JSON 写进去',
      en: '`1`: a build ends with what it spent its time on; the name of a file: written there too, as JSON',
    },
  },
  DOWNLINK_LOCALES: {
    meaning: {
      zh: '只生成 `locales` 里的这几种，如 `zh` 或 `zh,en`',
      en: 'builds these of `locales` alone, such as `zh` or `zh,en`',
    },
  },
  DOWNLINK_EDIT_URL: { meaning: { zh: '代替 `editUrl`', en: 'in the place of `editUrl`' } },
  DOWNLINK_SOCIAL_IMAGES: {
    meaning: { zh: '`0`：不画分享时的图', en: '`0`: no images for previews elsewhere' },
  },
  DOWNLINK_CACHE: {
    meaning: {
      zh: '编译和排版的结果存在哪里；不设就是 `node_modules/.cache/downlink`，随时可以删',
      en: 'where compiled and typeset results are kept; else `node_modules/.cache/downlink`, which may be removed at any time',
    },
  },
  SOURCE_DATE_EPOCH: {
    meaning: {
      zh: '构建的时刻，从 1970 年算起的秒数，用于可重复的构建',
      en: 'moment of the build in seconds since 1970, for builds that can be repeated',
    },
  },
  CHROME_PATH: {
    meaning: { zh: '测试用的浏览器', en: 'browser for the tests' },
  },
} as const satisfies Readonly<Record<string, Variable>>;

/** Rows of a table: name, option, meaning. */
export const variableRows = (language: keyof Both): string[][] =>
  Object.entries<Variable>(variables).map(([name, { option, meaning }]) => [
    `\`${name}\``,
    option === undefined ? '' : `\`${option}\``,
    meaning[language],
  ]);
