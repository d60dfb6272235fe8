import type { ScriptWords } from '../i18n/zh.ts';
import { adoptStyles } from './adopt-styles.ts';
import { button, element } from './elements.ts';
import styles from './formula-menu.css?inline';

/** How long a done action is said to be done, in milliseconds. */
const saidFor = 1500;

/** The author's TeX, which KaTeX keeps for screen readers. */
const texOf = (equation: Element): string =>
  equation.querySelector('annotation[encoding="application/x-tex"]')?.textContent.trim() ?? '';

/** TeX as a search wants it: without its number. */
const queryOf = (tex: string): string => tex.replace(/\\tag\*?\s*\{[^{}]*\}/gu, '').trim();

/** One menu for all displayed formulas: copy the TeX, copy a link to the formula, search for it. */
class FormulaMenu {
  readonly #words: ScriptWords;
  readonly #menu = element('div', { class: 'formula-actions', popover: true, role: 'group' });
  #equation: Element | undefined;
  #opener: HTMLElement | undefined;

  constructor(words: ScriptWords) {
    this.#words = words;
    this.#menu.setAttribute('aria-label', words.formulaMenu);
    this.#menu.append(
      this.#copyButton(words.copyTex, () => texOf(this.#current)),
      this.#copyButton(words.copyLink, () => new URL(`#${this.#idOfCurrent}`, location.href).href),
      button(words.searchFormula, () => void this.#search()),
    );
    document.querySelector('main')?.append(this.#menu);
  }

  get #current(): Element {
    if (!this.#equation) throw new Error('The menu is not open.');
    return this.#equation;
  }

  get #idOfCurrent(): string {
    return this.#current.id || (this.#current.querySelector('[id]')?.id ?? '');
  }

  /** Opens the menu below a formula's button. */
  open(opener: HTMLElement, equation: Element): void {
    this.#equation = equation;
    this.#opener = opener;
    const { left, bottom } = opener.getBoundingClientRect();
    this.#menu.showPopover();
    const room = document.documentElement.clientWidth - this.#menu.offsetWidth - 8;
    this.#menu.style.left = `${String(Math.max(8, Math.min(left, room)))}px`;
    this.#menu.style.top = `${String(Math.min(bottom + 4, window.innerHeight - this.#menu.offsetHeight - 8))}px`;
    this.#menu.querySelector('button')?.focus();
  }

  #copyButton(label: string, text: () => string): HTMLButtonElement {
    const made = button(label, () => {
      const say = (outcome: string): void => {
        made.textContent = outcome;
        setTimeout(() => {
          made.textContent = label;
        }, saidFor);
      };
      navigator.clipboard.writeText(text()).then(
        () => {
          say(this.#words.copied);
        },
        () => {
          say(this.#words.notCopied);
        },
      );
    });
    made.setAttribute('aria-live', 'polite');
    return made;
  }

  async #search(): Promise<void> {
    const query = queryOf(texOf(this.#current));
    this.#menu.hidePopover();
    const { searchDialogFor } = await import('./search-dialog.ts');
    searchDialogFor(query, this.#opener);
  }
}

/** Gives every displayed formula that has an address a button for what can be done with it. */
export function setUpFormulaMenus(equations: Iterable<Element>, words: ScriptWords): void {
  adoptStyles(styles);
  const menu = new FormulaMenu(words);
  for (const equation of equations) {
    const opener = button(
      '⋯',
      () => {
        menu.open(opener, equation);
      },
      { class: 'formula-menu', 'aria-label': words.formulaMenu, 'aria-haspopup': 'true' },
    );
    equation.prepend(opener);
  }
}
