import { caddyText } from '../src/publishing/caddy-config.ts';
import { readHostedSite } from '../src/publishing/hosted-site.ts';
import { nginxText } from '../src/publishing/nginx-config.ts';
import { outFolderOf } from '../src/loader/content-settings.ts';
import { readOptions } from './options.ts';

const purpose = "Prints what the built site asks of its host as a part of a server's configuration.";
const { format } = readOptions('headers', purpose, { use: 'prints', formats: ['nginx', 'caddy'] });
const hosted = readHostedSite(outFolderOf());
if (!hosted) {
  process.stderr.write('No site has been built yet: npm run build\n');
  process.exit(1);
}
process.stdout.write({ nginx: nginxText, caddy: caddyText }[format](hosted));
