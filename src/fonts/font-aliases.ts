import { processWide } from '../process-wide.ts';

/** What imports and stylesheets name, and the file that a build takes for it. */
export interface FontAlias {
  readonly find: RegExp;
  readonly replacement: string;
}

/**
 * Files that stand in for the font packages' own, for Vite's `resolve.alias`. Filled before a build; in dev
 * there are none, and whole faces are served.
 */
export const fontAliases = (): FontAlias[] => processWide('fontAliases', () => []);
