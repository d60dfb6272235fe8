import type { APIRoute } from 'astro';
import { site } from '../site.config.ts';
import { href } from '../urls.ts';

/** Lets every crawler in and names the sitemap. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: /\n\nSitemap: ${site.url}${href(site.base, '/sitemap.xml')}\n`);
