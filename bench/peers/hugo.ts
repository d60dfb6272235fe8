import path from 'node:path';
import { pagefind, pagefindOver, type Peer, withoutMdx, writeArticles, writeFiles } from './peer.ts';

const config = `
baseURL = "https://example.org/"
languageCode = "zh"
title = "Bench"
paginate = 7
disableKinds = ["section"]

[permalinks]
posts = "/posts/:filename/"

[services.rss]
limit = 50
`;

const head = (title: string): string =>
  `<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body>`;

const single = `${head('{{ .Title }}')}<main data-pagefind-body><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
`;

const home = `${head('List')}<ol>
{{ $pages := .Paginate (where site.RegularPages "Section" "posts") }}
{{ range $pages.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a><p>{{ .Description }}</p></li>{{ end }}
</ol>{{ template "_internal/pagination.html" . }}</body></html>
`;

const list = `${head('{{ .Title }}')}<ol>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ol></body></html>
`;

/** Hugo as Debian 12 has it, with Chroma, followed by Pagefind. */
export const hugo: Peer = {
  name: 'hugo',
  title: 'Hugo',
  packages: pagefind,
  programs: ['hugo'],
  differs: 'less: formulas stay TeX (this version cannot render them), no check of links; MDX is not read',
  articles: 'content/posts',
  write: (folder, articles) => {
    writeFiles(folder, {
      'config.toml': config,
      'layouts/_default/single.html': single,
      'layouts/_default/list.html': list,
      'layouts/index.html': home,
    });
    writeArticles(path.join(folder, 'content', 'posts'), withoutMdx(articles));
  },
  build: [['hugo', '--quiet'], pagefindOver('public')],
  site: 'public',
  leaves: ['public', 'resources', '.hugo_build.lock'],
};
