/** The base path of the site: `/` or `/some/base/`. */
export const basePath = (): string => document.documentElement.dataset.base ?? '/';

/** The address of the home page in the page's locale: `/`, `/en/` or `/some/base/en/`. */
export const homePath = (): string => document.documentElement.dataset.home ?? '/';
