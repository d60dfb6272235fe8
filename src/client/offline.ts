import { basePath } from './site-paths.ts';

/** Keeps a page that was opened before there was a service worker to see it. */
async function register(): Promise<void> {
  const { serviceWorker } = navigator;
  const wasThere = serviceWorker.controller !== null;
  await serviceWorker.register(`${basePath()}sw.js`, { scope: basePath(), updateViaCache: 'none' });
  if (wasThere) return;
  const { active } = await serviceWorker.ready;
  active?.postMessage('keep');
}

/** Lets the site be read offline, where it wants that, once the page has all that it needs itself. */
export function setUpOffline(): void {
  if (document.documentElement.dataset.offline === undefined || !('serviceWorker' in navigator)) return;
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  if (connection?.saveData) return;
  const whenIdle = (): void => {
    // Reading online needs no worker, so that a failure is nobody's concern.
    const start = (): void => void register().catch(() => undefined);
    if ('requestIdleCallback' in window) requestIdleCallback(start);
    else setTimeout(start, 1000);
  };
  if (document.readyState === 'complete') whenIdle();
  else addEventListener('load', whenIdle, { once: true });
}
