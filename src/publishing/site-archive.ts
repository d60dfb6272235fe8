import { readFileSync } from 'node:fs';
import path from 'node:path';
import { filesOf } from './built-files.ts';
import { caddyText } from './caddy-config.ts';
import type { HostedSite } from './hosted-site.ts';
import { nginxText } from './nginx-config.ts';
import type { TarEntry } from './tar.ts';

/** What a build leaves for the next one. */
const marker = '.downlink';

/** The folder that everything in the archive is in. */
export const archiveFolder = 'downlink-site';

const readme = (base: string, url: string): string => `# A site for a web server

\`public/\` is the site${base === '/' ? '' : `, in the folder \`public${base}\``}. Put this folder on the host, as /srv/${archiveFolder}, and let a server send it.
Nothing runs on the host.

## nginx

\`\`\`nginx
server {
  listen 80;
  server_name ${new URL(url).hostname};
  root /srv/${archiveFolder}/public;
  include /srv/${archiveFolder}/nginx.conf;
}
\`\`\`

Where the module libnginx-mod-http-brotli-static is installed, take the sign # from \`brotli_static on;\` in
nginx.conf.

## Caddy

\`\`\`
${new URL(url).hostname} {
  root * /srv/${archiveFolder}/public
  import /srv/${archiveFolder}/caddy.conf
}
\`\`\`

## Another server

It must send \`index.html\` for a folder, redirect a folder without its slash to that with it, and answer 404 with
\`404.html\`. Headers are in \`public${base}_headers\`, old addresses in \`public${base}_redirects\` where there are any.

\`npm run deploy-check -- ${url}${base}\`, where the site was built, says whether all is as it was built.
`;

/** What goes to the host: the site below its base path, and how nginx and Caddy are to serve it. */
export function siteArchive(out: string, site: HostedSite, url: string): TarEntry[] {
  const text = (name: string, content: string): TarEntry => ({
    name: `${archiveFolder}/${name}`,
    content: Buffer.from(content),
  });
  return [
    text('README.md', readme(site.base, url)),
    text('nginx.conf', nginxText(site)),
    text('caddy.conf', caddyText(site)),
    ...filesOf(out)
      .filter((name) => name !== marker)
      .map((name): TarEntry => ({
        name: `${archiveFolder}/public${site.base}${name}`,
        content: readFileSync(path.join(out, name)),
      })),
  ];
}
