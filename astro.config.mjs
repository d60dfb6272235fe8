// @ts-check
import mdx from '@astrojs/mdx';
import { defineConfig, fontProviders } from 'astro/config';
import { diagnosticsOverlay } from './src/dev/diagnostics-overlay.ts';
import { freshContent } from './src/dev/fresh-content.ts';
import { searchInDev } from './src/dev/search-in-dev.ts';
import { cacheFolderOf, contentFolderOf, outFolderOf } from './src/loader/content-settings.ts';
import { downlinkMarkdown } from './src/loader/markdown-processor.ts';
import { resolveFromProject } from './src/loader/vite-resolve-from-project.ts';
import { sanitisedSvg } from './src/loader/vite-sanitised-svg.ts';
import { site } from './src/site.config.ts';

// Latin letters, digits and signs. Quotation marks, dashes, dots and ellipses are left to the
// Chinese face, which sets them full width.
/** @type {[string, ...string[]]} */
const latin = ['U+0020-007E', 'U+00A0-00B6', 'U+00B8-00FF', 'U+0131', 'U+0152-0153', 'U+2190-2193', 'U+2212'];

/**
 * @param {string} family
 * @param {number} weight
 * @returns {{ weight: number, style: 'normal', src: [string], unicodeRange: [string, ...string[]] }}
 */
const face = (family, weight) => ({
  weight,
  style: 'normal',
  src: [`@fontsource/${family}/files/${family}-latin-${String(weight)}-normal.woff2`],
  unicodeRange: latin,
});

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
  build: { assets: '_assets' },
  markdown: { processor: downlinkMarkdown() },
  integrations: [mdx(), diagnosticsOverlay(), freshContent(), searchInDev()],
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'IBM Plex Sans',
      cssVariable: '--font-latin',
      fallbacks: [],
      options: { variants: [face('ibm-plex-sans', 400), face('ibm-plex-sans', 600)] },
    },
    {
      provider: fontProviders.local(),
      name: 'IBM Plex Mono',
      cssVariable: '--font-mono-latin',
      fallbacks: [],
      options: { variants: [face('ibm-plex-mono', 400)] },
    },
  ],
  server: { host: '127.0.0.1' },
  vite: {
    plugins: [resolveFromProject(contentFolderOf()), sanitisedSvg(contentFolderOf(), cacheFolderOf())],
    server: { fs: { allow: ['.', contentFolderOf()] } },
    build: {
      // A file in a `data:` address would need a hole in the Content-Security-Policy.
      assetsInlineLimit: 0,
      rolldownOptions: {
        onLog(level, log, handle) {
          // Astro marks the modules of MDX articles with a directive of its own; nothing is wrong.
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
