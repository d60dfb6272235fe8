import './search-dialog.css';
import type { ArticleHit, Piece } from '../search/answer.ts';
import { search } from './search-client.ts';

const pause = 120;

function marked(pieces: readonly Piece[]): (string | HTMLElement)[] {
  return pieces.map(({ text, isMatch }) => {
    if (!isMatch) return text;
    const mark = document.createElement('mark');
    mark.append(text);
    return mark;
  });
}

function link(url: string, title: readonly Piece[], excerpt: readonly Piece[]): HTMLAnchorElement {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.append(...marked(title));
  if (excerpt.length > 0) {
    const text = document.createElement('p');
    text.append(...marked(excerpt));
    anchor.append(text);
  }
  return anchor;
}

function item({ title, url, excerpt, sections }: ArticleHit): HTMLLIElement {
  const entry = document.createElement('li');
  entry.append(link(url, title, excerpt));
  if (sections.length > 0) {
    const list = document.createElement('ul');
    for (const section of sections) {
      const line = document.createElement('li');
      line.append(link(section.url, section.title, []));
      list.append(line);
    }
    entry.append(list);
  }
  return entry;
}

/** The search dialog: a field, a line that says what was found, and the results. */
class SearchDialog {
  readonly #dialog = document.createElement('dialog');
  readonly #input = document.createElement('input');
  readonly #status = document.createElement('p');
  readonly #results = document.createElement('ol');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor() {
    this.#dialog.className = 'search-dialog';
    this.#dialog.setAttribute('aria-label', '搜索');
    // Not type=search: there Escape empties the field before it may close the dialog.
    this.#input.setAttribute('role', 'searchbox');
    this.#input.enterKeyHint = 'search';
    this.#input.placeholder = '搜索文章';
    this.#input.setAttribute('aria-label', '搜索文章');
    this.#input.autocomplete = 'off';
    this.#status.className = 'search-status label';
    this.#status.setAttribute('role', 'status');
    this.#results.className = 'search-results';
    const close = document.createElement('button');
    close.type = 'button';
    close.textContent = '关闭';
    close.addEventListener('click', () => {
      this.#dialog.close();
    });
    const form = document.createElement('form');
    form.append(this.#input, close);
    this.#dialog.append(form, this.#status, this.#results);
    document.body.append(this.#dialog);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#results.querySelector('a')?.click();
    });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#search(), pause);
    });
    // Enter that ends an input method's composition chooses characters, not a result.
    this.#input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && event.isComposing) event.preventDefault();
    });
    this.#dialog.addEventListener('keydown', (event) => {
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') this.#move(event);
    });
    this.#dialog.addEventListener('click', (event) => {
      if (event.target === this.#dialog) this.#dialog.close();
    });
  }

  open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.select();
  }

  #move(event: KeyboardEvent): void {
    if (event.isComposing) return;
    const stops: HTMLElement[] = [this.#input, ...this.#results.querySelectorAll('a')];
    const place = stops.findIndex((stop) => stop === document.activeElement);
    const next = stops[place + (event.key === 'ArrowDown' ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  async #search(): Promise<void> {
    const query = this.#input.value.trim();
    const asked = ++this.#asked;
    try {
      const { articles: hits } = query === '' ? { articles: [] } : await search({ text: query });
      // A slow answer must not overwrite a newer one.
      if (asked !== this.#asked) return;
      this.#results.replaceChildren(...hits.map(item));
      this.#status.textContent =
        query === '' ? '' : hits.length === 0 ? `没有找到“${query}”。` : `找到 ${String(hits.length)} 篇文章`;
    } catch {
      if (asked !== this.#asked) return;
      this.#results.replaceChildren();
      this.#status.textContent = '搜索索引没有加载成功。开发时请先运行一次 npm run build。';
    }
  }
}

let dialog: SearchDialog | undefined;

/** Opens the search dialog and puts the cursor into its field. */
export function openSearchDialog(): void {
  dialog ??= new SearchDialog();
  dialog.open();
}
