import type { ScriptWords } from '../i18n/zh.ts';

const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1 };

/** Makes one row of buttons over the sections of one group; all of its text stays findable. */
function setUpGroup(group: HTMLElement, label: string): void {
  const panels = [...group.querySelectorAll<HTMLElement>(':scope > .tab')];
  const list = document.createElement('div');
  list.className = 'tab-list';
  list.setAttribute('role', 'tablist');
  list.setAttribute('aria-label', label);

  const buttons = panels.map((panel, index) => {
    const title = panel.querySelector<HTMLElement>(':scope > .tab-title');
    const button = document.createElement('button');
    button.type = 'button';
    button.id = `${title?.id ?? ''}-button`;
    button.append(...(title?.cloneNode(true).childNodes ?? []));
    panel.id ||= `${title?.id ?? ''}-panel`;
    button.setAttribute('role', 'tab');
    button.setAttribute('aria-controls', panel.id);
    button.addEventListener('click', () => {
      select(index);
    });
    // Search in the page and links to a place inside open the section they lead to.
    panel.addEventListener('beforematch', () => {
      select(index);
    });
    if (title) title.hidden = true;
    return button;
  });

  function select(index: number): void {
    for (const [other, button] of buttons.entries()) {
      const isSelected = other === index;
      button.setAttribute('aria-selected', String(isSelected));
      button.tabIndex = isSelected ? 0 : -1;
      const panel = panels[other];
      if (isSelected) {
        panel?.removeAttribute('hidden');
        panel?.setAttribute('role', 'tabpanel');
        panel?.setAttribute('aria-labelledby', button.id);
        panel?.setAttribute('tabindex', '0');
      } else {
        // It stays in the page for the browser's own search, without anything that could be met there.
        panel?.setAttribute('hidden', 'until-found');
        for (const name of ['role', 'aria-labelledby', 'tabindex']) panel?.removeAttribute(name);
      }
    }
  }

  list.addEventListener('keydown', (event) => {
    const current = buttons.findIndex((button) => button === document.activeElement);
    const step = steps[event.key];
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : step && current + step;
    if (next === undefined || current < 0) return;
    const index = (next + buttons.length) % buttons.length;
    event.preventDefault();
    select(index);
    buttons[index]?.focus();
  });

  list.append(...buttons);
  panels[0]?.before(list);
  const target = document.querySelector(':target');
  select(Math.max(0, target ? panels.findIndex((panel) => panel.contains(target)) : 0));
}

/**
 * Turns groups of titled sections into tabs: arrow keys, Home and End move between them. Without this
 * module the sections stand one below the other.
 */
export function setUpTabs(words: ScriptWords): void {
  const groups = document.querySelectorAll<HTMLElement>('.tabs:has(> .tab)');
  for (const group of groups) setUpGroup(group, words.tabs);
}
