import { type SiteConfig, type SiteConfigInput, severitySchema, siteConfigSchema } from './schemas/site.ts';

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
    if (!locale) throw new SettingsError(`DOWNLINK_LOCALES: src/site.config.ts has no locale \`${id}\`.`);
    return locale;
  });
}

/** Severities by rule as the environment writes them. */
function rulesOf(written: string): NonNullable<SiteConfigInput['rules']> {
  const pairs = written.split(',').map((pair) => {
    const [rule = '', severity] = pair.split('=', 2).map((part) => part.trim());
    const parsed = severitySchema.safeParse(severity);
    if (!parsed.success)
      throw new SettingsError(
        `DOWNLINK_RULES: \`${pair.trim()}\` is not \`rule=error\`, \`rule=warn\` or \`rule=off\`.`,
      );
    return [rule, parsed.data] as const;
  });
  return Object.fromEntries(pairs);
}

/**
 * Checks the site configuration once; everything downstream sees only the result.
 *
 * `DOWNLINK_SITE`, `DOWNLINK_BASE` and `DOWNLINK_EDIT_URL` win over `url`, `base` and `editUrl`, so that
 * a deployment can set them without an edit. `DOWNLINK_SOCIAL_IMAGES=0` turns
 * `socialImages` off. `DOWNLINK_RULES`, such as `math/strict=error,link/dead=warn`, sets
 * severities over `rules`. `DOWNLINK_LOCALES`, such as `zh` or `zh,en`, names those of `locales` that are built.
 *
 * @throws {SettingsError} with one line per wrong value.
 */
export function defineSite(
  input: SiteConfigInput,
  env: Readonly<Record<string, string | undefined>> = process.env,
): SiteConfig {
  const overridden = {
    ...input,
    ...(env.DOWNLINK_SITE ? { url: env.DOWNLINK_SITE } : {}),
    ...(env.DOWNLINK_BASE ? { base: env.DOWNLINK_BASE } : {}),
    ...(env.DOWNLINK_EDIT_URL ? { editUrl: env.DOWNLINK_EDIT_URL } : {}),
    ...(env.DOWNLINK_SOCIAL_IMAGES === '0' ? { socialImages: false } : {}),
  };
  const wanted = env.DOWNLINK_LOCALES?.split(',').map((id) => id.trim());
  if (wanted) overridden.locales = chosenLocales(input.locales, wanted);
  if (env.DOWNLINK_RULES) overridden.rules = { ...input.rules, ...rulesOf(env.DOWNLINK_RULES) };
  const parsed = siteConfigSchema.safeParse(overridden);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map(
    (issue) => `src/site.config.ts: ${issue.path.join('.') || 'the configuration'}: ${issue.message}`,
  );
  throw new SettingsError(lines.join('\n'));
}
