import { IndexCache } from './index-cache.ts';
import type { OfflineSite } from './offline-site.ts';
import { SiteCache } from './site-cache.ts';
import { type FetchEvent, worker } from './worker-scope.ts';

// Put in by the build.
declare const __OFFLINE_SITE__: OfflineSite;

const site = __OFFLINE_SITE__;
const { base } = site;
const files = new SiteCache(site);
const index = new IndexCache(site, files);

/** How long a reader waits for a page that is kept, in milliseconds, before the kept one is shown. */
const patience = 4000;
/** Where the names of the caches that are no longer needed stand, in the cache of this build. */
const outdated = `${base}_assets/`;

/** Keeps what every reader needs, then looks again after the pages that were read in earlier builds. */
async function install(): Promise<void> {
  const pages = [...Object.values(site.offlinePages), ...site.pages];
  await Promise.all([
    ...pages.map((path) => files.refreshPage(path)),
    ...site.assets.map((path) => files.keepFile(path)),
  ]);
  for (const name of await files.others()) {
    const older = await caches.open(name);
    for (const path of await files.readPages(older)) {
      try {
        // A page that is gone is forgotten.
        await files.refreshPage(path);
      } catch {
        const page = await older.match(path, { ignoreVary: true });
        if (page) await files.keepPage(path, page);
      }
    }
  }
  if (await index.isWanted()) await index.fill();
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  const cache = await files.open();
  await cache.put(outdated, Response.json(await files.others()));
  await worker.clients.claim();
}

/** Removes what earlier builds left, as soon as no page of theirs is open any more. */
async function removeOutdated(): Promise<void> {
  const cache = await files.open();
  const list = await cache.match(outdated);
  if (!list) return;
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = open.filter(({ url }) => new URL(url).pathname.startsWith(base));
  // The one that is left for the page that is asked for may be counted.
  if (ours.length > 1) return;
  const names = (await list.json()) as string[];
  await Promise.all(names.map((name) => caches.delete(name)));
  await cache.delete(outdated);
}

async function offlinePage(path: string): Promise<Response> {
  const locales = Object.entries(site.offlinePages).toSorted(([a], [b]) => b.length - a.length);
  const page = locales.find(([prefix]) => path.startsWith(prefix))?.[1];
  return (page === undefined ? undefined : await files.find(page)) ?? Response.error();
}

/** The page as the host has it, or where that takes too long or fails, as it was kept. */
async function page(asked: Promise<Response>, path: string): Promise<Response> {
  const known = await files.find(path);
  if (!known) return asked.catch(() => offlinePage(path));
  const kept = new Promise<Response>((resolve) => {
    setTimeout(() => {
      resolve(known);
    }, patience);
  });
  return Promise.race([asked.catch(() => known), kept]);
}

async function asset(event: FetchEvent, path: string): Promise<Response> {
  const known = await files.find(path);
  if (known) return known;
  const response = await fetch(event.request);
  if (response.ok && response.type === 'basic') {
    const copy = response.clone();
    event.waitUntil(files.open().then((cache) => cache.put(path, copy)));
  }
  return response;
}

worker.addEventListener('install', (event) => {
  event.waitUntil(install());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(activate());
});

// A page that was there before the worker says so.
worker.addEventListener('message', (event) => {
  if (event.source) event.waitUntil(files.refreshPage(new URL(event.source.url).pathname));
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === location.origin && pathname.startsWith(base);
  if (!isOurs || request.method !== 'GET' || request.headers.has('range')) return;
  if (request.mode === 'navigate') {
    const asked = fetch(request);
    const kept = asked.then((response) => files.keepPage(pathname, response.clone()));
    event.waitUntil(kept.catch(() => undefined).then(removeOutdated));
    event.respondWith(page(asked, pathname));
  } else if (pathname.startsWith(`${base}_assets/`)) event.respondWith(asset(event, pathname));
  else if (pathname.startsWith(`${base}pagefind/`)) {
    event.respondWith(index.answer(request, pathname));
    event.waitUntil(index.fill());
  }
});
