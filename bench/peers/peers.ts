import { docusaurus } from './docusaurus.ts';
import { downlink } from './downlink.ts';
import { eleventy } from './eleventy.ts';
import { hexo } from './hexo.ts';
import { hugo } from './hugo.ts';
import type { Peer } from './peer.ts';
import { plainAstro } from './plain-astro.ts';
import { starlight } from './starlight.ts';
import { vitepress } from './vitepress.ts';

/** All generators, this one first. */
export const peers: readonly Peer[] = [
  downlink,
  eleventy,
  plainAstro,
  starlight,
  vitepress,
  hexo,
  docusaurus,
  hugo,
];
