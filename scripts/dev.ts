import { flushCompileCache } from 'node:module';
import { keepCompiled } from './keep-compiled.ts';
import { readOptions, withSettings } from './options.ts';

const { port } = readOptions(
  'dev',
  'Serves the site while you write; drafts and scheduled articles show too.',
);
process.env.DOWNLINK_DRAFTS = '1';
keepCompiled();
// Astro would answer wrong settings with a trace of its own code.
await withSettings(() => import('../src/site.config.ts'));
const { dev } = await import('astro');
await dev({ server: { host: '127.0.0.1', port } });
// Node itself would write it at the end, which a server that is stopped never comes to.
flushCompileCache();
