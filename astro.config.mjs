// @ts-check
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { diagnosticsOverlay } from './src/dev/diagnostics-overlay.ts';
import { freshContent } from './src/dev/fresh-content.ts';
import { noServiceWorker } from './src/dev/no-service-worker.ts';
import { searchInDev } from './src/dev/search-in-dev.ts';
import { fontAliases } from './src/fonts/font-aliases.ts';
import { socialImagesInDev } from './src/dev/social-images-in-dev.ts';
import { articleLoader } from './src/loader/article-loader.ts';
import { cacheFolderOf, cacheRootOf, contentFolderOf, outFolderOf } from './src/loader/content-settings.ts';
import { downlinkMarkdown } from './src/loader/markdown-processor.ts';
import { processLoader } from './src/loader/shared.ts';
import { articlesInMemory } from './src/loader/vite-articles-in-memory.ts';
import { resolveFromProject } from './src/loader/vite-resolve-from-project.ts';
import { sanitisedSvg } from './src/loader/vite-sanitised-svg.ts';
import { site } from './src/site.config.ts';

processLoader(articleLoader);

export default defineConfig({
  site: site.url,
  base: site.base,
  outDir: outFolderOf(),
  cacheDir: cacheFolderOf(),
  trailingSlash: 'always',
  // 'jsx', the default, drops the space at a line break between two inline elements.
  compressHTML: true,
  prerenderConflictBehavior: 'error',
  devToolbar: { enabled: false },
  build: {
    assets: '_assets',
    // Pages are printed one after the other (build/keeping-prerenderer.ts), but written meanwhile.
    concurrency: 4,
  },
  markdown: { processor: downlinkMarkdown() },
  integrations: [
    mdx(),
    // Its script looks at a page before any other has changed it.
    freshContent(),
    diagnosticsOverlay(),
    noServiceWorker(),
    searchInDev(),
    socialImagesInDev(),
  ],
  server: { host: '127.0.0.1' },
  vite: {
    resolve: { alias: fontAliases() },
    plugins: [
      articlesInMemory(),
      resolveFromProject(contentFolderOf()),
      sanitisedSvg(contentFolderOf(), cacheFolderOf()),
    ],
    server: { fs: { allow: ['.', contentFolderOf(), cacheRootOf()] } },
    build: {
      // A file in a `data:` address would need a hole in the Content-Security-Policy.
      assetsInlineLimit: 0,
      // What a chunk imports is found when it has come: lists of it in every page cost more than they save.
      modulePreload: false,
      rolldownOptions: {
        onLog(level, log, handle) {
          // Astro marks the modules of MDX articles with a directive of its own; nothing is wrong.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
