import type { AstroIntegration, AstroIntegrationLogger } from 'astro';
import type { ViteDevServer } from 'vite';
import { compareDiagnostics } from '../diagnostics/diagnostic.ts';
import { formatReport } from '../diagnostics/report-text.ts';
import { printingFailures } from '../loader/printing-failures.ts';
import { processSession } from '../loader/session.ts';
import { onFailure } from '../mdx/failures.ts';

/** Event that carries the diagnostics to open pages. */
const event = 'downlink:diagnostics';

/** One diagnostic as the overlay shows it. */
export interface OverlayItem {
  readonly severity: 'error' | 'warn';
  /** The report's text of this diagnostic, code frame included. */
  readonly text: string;
  /** `file:line:column` for Vite's open-in-editor. */
  readonly place: string;
}

function currentItems(): OverlayItem[] {
  const { content, compiler } = processSession();
  return [...(content?.diagnostics ?? []), ...printingFailures(compiler.settings)]
    .toSorted(compareDiagnostics)
    .map((diagnostic) => ({
      severity: diagnostic.severity,
      text: formatReport([diagnostic], content?.sourceOf ?? (() => undefined)).replace(/\n\n[^\n]*\n$/u, ''),
      place: `${diagnostic.file}:${String(diagnostic.line)}:${String(diagnostic.column)}`,
    }));
}

function serve(server: ViteDevServer, logger: AstroIntegrationLogger): void {
  const { hot } = server.environments.client;
  onFailure((): void => {
    const { content, compiler } = processSession();
    logger.warn(
      `\n${formatReport(printingFailures(compiler.settings).slice(-1), content?.sourceOf ?? (() => undefined))}`,
    );
    hot.send(event, currentItems());
  });
  hot.on('downlink:opened', (_version, page) => {
    page.send(event, currentItems());
  });
  processSession().onCompiled.set('diagnostics', () => {
    hot.send(event, currentItems());
  });
}

/**
 * Shows diagnostics over the page while an author writes, each with a link that opens the place in
 * the editor. Mending the file clears them.
 */
export function diagnosticsOverlay(): AstroIntegration {
  return {
    name: 'downlink:diagnostics-overlay',
    hooks: {
      'astro:config:setup': ({ command, injectScript }) => {
        if (command === 'dev') injectScript('page', `import '/src/client/diagnostics-overlay.ts';`);
      },
      'astro:server:setup': ({ server, logger }) => {
        serve(server, logger);
      },
    },
  };
}
