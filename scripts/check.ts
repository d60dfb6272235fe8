import { readOptions, withSettings } from './options.ts';

const { format } = readOptions('check', 'Checks the content without building the site.');
const { processSession } = await withSettings(() => import('../src/loader/session.ts'));
const { articles, diagnostics, sourceOf } = await processSession().compiler.compile();

async function report(): Promise<string> {
  switch (format) {
    case 'json':
      return (await import('../src/diagnostics/report-json.ts')).formatJson(diagnostics);
    case 'github':
      return (await import('../src/diagnostics/report-github.ts')).formatGithub(diagnostics);
    case 'text': {
      const { formatReport, formatSummary } = await import('../src/diagnostics/report-text.ts');
      const isLenient = processSession().compiler.settings.lenient;
      const text = formatReport(diagnostics, sourceOf) + (isLenient ? `\n${formatSummary(diagnostics)}` : '');
      return text.trim() ? text : `${String(articles.length)} articles, nothing to report.\n`;
    }
  }
}

process.stdout.write(await report());
process.exitCode = diagnostics.some(({ severity }) => severity === 'error') ? 1 : 0;
