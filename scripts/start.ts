import { keepCompiled } from './keep-compiled.ts';
import { readOptions, withSettings } from './options.ts';

const { port } = readOptions('start', 'Checks the content, builds the site and serves it.');
keepCompiled();
const { buildSite } = await withSettings(() => import('../src/build/build-site.ts'));
if ((await buildSite()) !== 'built') process.exit(1);
const { serveSite } = await import('./serve.ts');
process.stdout.write(`\n  ${String(await serveSite(port))}\n  Ctrl-C stops the server.\n`);
