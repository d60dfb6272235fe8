import { readOptions, withSettings } from './options.ts';

readOptions('check', 'Checks the content without building the site.');
const { processSession } = await withSettings(() => import('../src/loader/session.ts'));
const { formatReport } = await import('../src/diagnostics/report-text.ts');
const { articles, diagnostics, sourceOf } = await processSession().compiler.compile();
process.stdout.write(
  formatReport(diagnostics, sourceOf) || `${String(articles.length)} articles, nothing to report.\n`,
);
process.exit(diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0);
