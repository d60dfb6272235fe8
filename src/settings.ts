import { readFileSync } from 'node:fs';
import { type SiteConfig, type SiteConfigInput, severitySchema, siteConfigSchema } from './schemas/site.ts';
import { listed, meantWord, problemsOf } from './settings-problems.ts';

/** Thrown when `src/site.config.ts` or an environment setting has a wrong value. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/** Locales by their ids, in the order of these. */
function chosenLocales(
  locales: SiteConfigInput['locales'],
  ids: readonly string[],
): SiteConfigInput['locales'] {
  return ids.map((id) => {
    const locale = locales.find((one) => one.id === id);
    if (locale) return locale;
    const known = locales.map((one) => one.id);
    const hint = `write ${listed(known)}`;
    throw new SettingsError(`DOWNLINK_LOCALES: src/site.config.ts has no locale \`${id}\`; ${hint}`);
  });
}

/** Severities by rule as the environment writes them. */
function rulesOf(written: string): NonNullable<SiteConfigInput['rules']> {
  const pairs = written.split(',').map((pair) => {
    const [rule = '', severity = ''] = pair.split('=', 2).map((part) => part.trim());
    const parsed = severitySchema.safeParse(severity);
    if (!parsed.success) {
      const { options } = severitySchema;
      const meant = meantWord(severity.toLowerCase(), options);
      const forms = (meant === undefined ? options : [meant]).map((one) => `${rule || 'rule'}=${one}`);
      throw new SettingsError(`DOWNLINK_RULES: \`${pair.trim()}\` names no severity; write ${listed(forms)}`);
    }
    return [rule, parsed.data] as const;
  });
  return Object.fromEntries(pairs);
}

/** Variables of the environment that set a key as they are written. */
const variables = {
  name: 'DOWNLINK_NAME',
  url: 'DOWNLINK_SITE',
  base: 'DOWNLINK_BASE',
  editUrl: 'DOWNLINK_EDIT_URL',
} as const;

/** The text of `src/site.config.ts`; nothing where this code runs out of a bundle. */
function readSettings(): string {
  try {
    return readFileSync(new URL('site.config.ts', import.meta.url), 'utf8');
  } catch {
    return '';
  }
}

/**
 * Checks the site configuration once; everything downstream sees only the result.
 *
 * `DOWNLINK_NAME` wins over `name` and takes the place of `description` and `about`, `DOWNLINK_SITE`, `DOWNLINK_BASE` and `DOWNLINK_EDIT_URL` win over `url`, `base` and `editUrl`, so that
 * a deployment can set them without an edit. `DOWNLINK_SOCIAL_IMAGES=0` turns
 * `socialImages` off, `DOWNLINK_COMPRESS=1` turns `precompress` on. `DOWNLINK_RULES`, such as `math/strict=error,link/dead=warn`, sets
 * severities over `rules`. `DOWNLINK_LOCALES`, such as `zh` or `zh,en`, names those of `locales` that are built.
 *
 * @param source gives the text of the file that the settings are in.
 * @throws {SettingsError} with one line per wrong value, and what to write instead where that can be told.
 */
export function defineSite(
  input: SiteConfigInput,
  env: Readonly<Record<string, string | undefined>> = process.env,
  source = readSettings,
): SiteConfig {
  const set = Object.entries(variables).filter(([, variable]) => env[variable]);
  const overridden = {
    ...input,
    ...Object.fromEntries(set.map(([key, variable]) => [key, env[variable]])),
    // The site of another name is another one, which these texts are not about.
    ...(env.DOWNLINK_NAME ? { description: env.DOWNLINK_NAME, about: undefined } : {}),
    ...(env.DOWNLINK_SOCIAL_IMAGES === '0' ? { socialImages: false } : {}),
    ...(env.DOWNLINK_COMPRESS ? { precompress: env.DOWNLINK_COMPRESS === '1' } : {}),
  };
  if (!['', '0', '1', undefined].includes(env.DOWNLINK_SOCIAL_IMAGES))
    throw new SettingsError('DOWNLINK_SOCIAL_IMAGES: write `0` for no images, or `1`');
  if (!['', '0', '1', undefined].includes(env.DOWNLINK_COMPRESS))
    throw new SettingsError('DOWNLINK_COMPRESS: write `1` for compressed copies, or `0`');
  const wanted = env.DOWNLINK_LOCALES?.split(',').map((id) => id.trim());
  if (wanted) overridden.locales = chosenLocales(input.locales, wanted);
  if (env.DOWNLINK_RULES) overridden.rules = { ...input.rules, ...rulesOf(env.DOWNLINK_RULES) };
  const parsed = siteConfigSchema.safeParse(overridden);
  if (parsed.success) return parsed.data;
  throw new SettingsError(problemsOf(overridden, Object.fromEntries(set), source()).join('\n'));
}
