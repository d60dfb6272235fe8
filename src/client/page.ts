import { setUpCopyButtons } from './copy-code.ts';
import { setUpMatches } from './match-trigger.ts';
import { setUpSearch } from './search-trigger.ts';
import { setUpTabs } from './tabs.ts';
import { setUpThemeSwitch } from './theme.ts';

for (const tools of document.querySelectorAll('[data-needs-script]')) tools.removeAttribute('hidden');
setUpThemeSwitch();
setUpSearch();
setUpCopyButtons();
setUpTabs();
void setUpMatches();
