import { type Diagnostic, diagnose } from '../diagnostics/diagnostic.ts';
import { mdxFailures } from '../mdx/failures.ts';
import { displayPath } from './content-files.ts';
import type { ContentSettings } from './content-settings.ts';

/** What has failed while the pages of the content were printed. */
export const printingFailures = ({ site, lenient }: ContentSettings): Diagnostic[] =>
  mdxFailures().flatMap(
    ({ file, finding }) => diagnose(displayPath(file), finding, site.rules, lenient) ?? [],
  );
