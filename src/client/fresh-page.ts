import { codeBlocks, setUpCopyButtons } from './copy-code.ts';
import { PrintedPage } from './page-changes.ts';
import { scriptWords } from './script-words.ts';
import { scrolling, setUpScrollers } from './scrollers.ts';

const printed = new PrintedPage(document.documentElement);

/** Blocks of which one stays at its place in the window while the page changes. */
const blocks = 'main :is(h1, h2, h3, h4, h5, h6, p, li, pre, figure, table, .equation)';

/** Frames in which what is new may still grow or shrink: far from the screen it is laid out later. */
const unsettled = 4;

/** Makes a change without moving what is read; what it returns of the change is returned. */
function inPlace<Result>(change: () => Result): Result {
  const { style } = document.documentElement;
  const seen = [...document.querySelectorAll(blocks)]
    .map((block) => ({ block, rect: block.getBoundingClientRect() }))
    .filter(({ rect }) => rect.bottom > 0 && rect.top < window.innerHeight)
    .map(({ block, rect }) => ({ block, top: rect.top }));
  // The browser would move the page as well.
  style.overflowAnchor = 'none';
  const isAtTop = window.scrollY === 0;
  const result = change();
  const kept = seen.find(({ block }) => block.isConnected);
  const hold = (frames: number): void => {
    if (kept && !isAtTop)
      window.scrollBy({ top: kept.block.getBoundingClientRect().top - kept.top, behavior: 'instant' });
    if (frames === 0) style.overflowAnchor = '';
    else
      requestAnimationFrame(() => {
        hold(frames - 1);
      });
  };
  hold(unsettled);
  return result;
}

/** Makes the page what the server prints now; whether that could be done in place. */
async function freshen(): Promise<boolean> {
  const response = await fetch(location.href, { cache: 'no-store' });
  const { documentElement } = new DOMParser().parseFromString(await response.text(), 'text/html');
  const added = response.ok ? inPlace(() => printed.become(documentElement)) : undefined;
  if (!added) return false;
  const find = (selector: string): HTMLElement[] =>
    added
      .flatMap((element) => [element, ...element.querySelectorAll(selector)])
      .filter((element) => element instanceof HTMLElement && element.matches(selector)) as HTMLElement[];
  setUpCopyButtons(scriptWords(), find(codeBlocks));
  setUpScrollers(find(scrolling));
  return true;
}

/** When the content had changed last that the page was printed from. */
function version(): string | undefined {
  const [entry] = performance.getEntriesByType('navigation');
  const timing = entry instanceof PerformanceNavigationTiming ? entry.serverTiming : [];
  return timing.find(({ name }) => name === 'content')?.description;
}

let last = Promise.resolve();
import.meta.hot?.on('downlink:content', () => {
  last = last
    .then(freshen)
    .catch(() => false)
    .then((isFresh) => {
      if (!isFresh) location.reload();
    });
});
// What has changed since the server printed the page, nobody has told it.
import.meta.hot?.send('downlink:opened', version());
