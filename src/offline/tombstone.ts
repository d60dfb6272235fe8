import { ownCaches } from './cache-names.ts';
import { worker } from './worker-scope.ts';

// Put in by the build.
declare const __OFFLINE_SITE__: { readonly base: string };

/** Takes the place of the service worker where the site has none any more: cleans up and goes. */
async function cleanUp(): Promise<void> {
  const names = await ownCaches(__OFFLINE_SITE__.base);
  await Promise.all(names.map((name) => caches.delete(name)));
  await worker.registration.unregister();
}

worker.addEventListener('install', (event) => {
  event.waitUntil(worker.skipWaiting());
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(cleanUp());
});
