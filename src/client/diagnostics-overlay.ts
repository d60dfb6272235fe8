import './diagnostics-overlay.css';
import type { OverlayItem } from '../dev/diagnostics-overlay.ts';

let overlay: HTMLDetailsElement | undefined;

function line({ text, place }: OverlayItem): HTMLLIElement {
  const item = document.createElement('li');
  const [head = '', ...rest] = text.split('\n');
  const link = document.createElement('a');
  link.href = '#';
  link.textContent = head;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void fetch(`/__open-in-editor?file=${encodeURIComponent(place)}`);
  });
  const frame = document.createElement('pre');
  frame.textContent = rest.join('\n');
  item.append(link, frame);
  return item;
}

/** Shows the diagnostics, or takes the overlay away when there are none. */
function show(items: readonly OverlayItem[]): void {
  const wasOpen = overlay?.open ?? true;
  overlay?.remove();
  overlay = undefined;
  if (items.length === 0) return;
  const errors = items.filter(({ severity }) => severity === 'error').length;
  overlay = document.createElement('details');
  overlay.className = 'diagnostics-overlay';
  // Warnings alone stay folded: they are no reason to cover the page.
  overlay.open = wasOpen && errors > 0;
  const summary = document.createElement('summary');
  summary.textContent = `${String(errors)} 个错误，${String(items.length - errors)} 个警告`;
  const list = document.createElement('ol');
  list.append(...items.map(line));
  overlay.append(summary, list);
  document.body.append(overlay);
}

import.meta.hot?.on('downlink:diagnostics', show);
