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
setUpOffline();
setUpSearch();
setUpCopyButtons(words);
setUpTabs(words);
setUpScrollers();
void setUpMatches();
setUpReading(words);
const contents = document.querySelector<HTMLDetailsElement>('[data-contents]');
if (contents) {
  void import('./contents.ts').then(({ followContents }) => {
    followContents(contents);
  });
}
