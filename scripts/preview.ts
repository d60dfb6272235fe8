import { readOptions, withSettings } from './options.ts';

const { port } = readOptions('preview', 'Serves the site that was built last.');
const { serveSite } = await withSettings(() => import('./serve.ts'));
const address = await serveSite(port);
if (address === undefined) {
  process.stderr.write('No site has been built yet: npm run build\n');
  process.exit(1);
}
process.stdout.write(`\n  ${address}\n  Ctrl-C stops the server.\n`);
