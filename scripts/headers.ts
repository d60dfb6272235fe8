import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { headersFile, readHeaders } from '../src/headers/headers-file.ts';
import { caddyText, nginxText } from '../src/headers/server-snippets.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { readOptions, withSettings } from './options.ts';

const purpose = "Prints the built site's response headers as a part of a server's configuration.";
const { format } = readOptions('headers', purpose, { use: 'prints', formats: ['nginx', 'caddy'] });
const { site } = await withSettings(() => import('../src/site.config.ts'));
const out = outFolderOf();
const file = path.join(out, headersFile);
if (!existsSync(file)) {
  process.stderr.write('No site has been built yet: npm run build\n');
  process.exit(1);
}
const missing = globSync(['404.html', '*/404.html'], { cwd: out }).map(
  (name) => site.base + name.split(path.sep).join('/'),
);
const write = { nginx: nginxText, caddy: caddyText }[format];
process.stdout.write(write(readHeaders(readFileSync(file, 'utf8')), missing));
