import { processWide } from './process-wide.ts';
import type { Glossary } from './schemas/glossary.ts';

/** The glossary that the articles of this process were compiled with. */
export const siteGlossary = (): { current: Glossary } =>
  processWide('glossary', () => ({ current: new Map() }));
