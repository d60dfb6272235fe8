/**
 * A language as Open Graph names it, with its territory.
 *
 * `zh-CN` → `zh_CN` · `en` → `en_US`
 */
export function openGraphLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
