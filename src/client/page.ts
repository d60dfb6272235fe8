import { setUpCopyButtons } from './copy-code.ts';
import { setUpMatches } from './match-trigger.ts';
import { setUpOffline } from './offline.ts';
import { setUpReading } from './reading.ts';
import { scriptWords } from './script-words.ts';
import { setUpScrollers } from './scrollers.ts';
import { setUpSearch } from './search-trigger.ts';
import { setUpTabs } from './tabs.ts';
import { setUpThemeSwitch } from './theme.ts';

for (const tools of document.querySelectorAll('[data-needs-script]')) tools.removeAttribute('hidden');
const words = scriptWords();
setUpThemeSwitch();
setUpSearch();
setUpTabs(words);
setUpReading(words);
void setUpMatches();

/*
 * What changes nothing that is seen at first waits until the page has been drawn, and comes piece by piece: on
 * a phone, all of it at once would keep the first tap waiting.
 */
const contents = document.querySelector<HTMLDetailsElement>('[data-contents]');
const pieces: readonly (() => unknown)[] = [
  async () => {
    if (contents) (await import('./contents.ts')).followContents(contents);
  },
  () => {
    setUpCopyButtons(words);
  },
  () => {
    setUpScrollers();
  },
  setUpOffline,
];
requestAnimationFrame(() => {
  for (const setUp of pieces) setTimeout(setUp);
});
