/** What scripts set up once for a page: where one of these comes or goes, the page must be loaded again. */
const setUpOnce =
  'script:not([type$="json"]), .tabs, .tab, [data-figure], [data-footnote-ref], [data-contents] a, [data-search-page]';

/** What a script has read, and shows again elsewhere or in another way. */
const readByScripts = 'script:not([type$="json"]), .tab-title, [data-figure], [data-footnotes]';

/** Set up only once a reader has asked for it, by what that leaves in the page. */
const setUpLater: readonly (readonly [sign: string, elements: string])[] = [
  ['.formula-actions', '.equation'],
  ['.zoom-open', 'img, svg'],
];

const isSame = (a: Node, b: Node): boolean =>
  a.isEqualNode(b) &&
  // What is in a template is none of its children.
  (!(a instanceof Element) || !a.innerHTML.includes('<template') || a.outerHTML === (b as Element).outerHTML);

const isBlank = (node: Node): boolean => node instanceof Text && node.data.trim() === '';

const isAlike = (a: Node, b: Node): boolean =>
  a.nodeName === b.nodeName &&
  !(a instanceof Element && b instanceof Element && a.id !== b.id && a.className !== b.className);

/**
 * A page as the server printed it, beside what scripts have made of it since: a change of the print is made to the
 * page without touching anything else.
 */
export class PrintedPage {
  readonly #shown = new WeakMap<Node, Node>();
  #print: Element;
  #changes: (() => void)[] = [];
  #added: Element[] = [];
  /** What cannot be changed without a script's help. */
  #obstacles: Element[] = [];

  /** @param page before any script has changed it. */
  constructor(page: Element) {
    this.#print = page.cloneNode(true) as Element;
    this.#pair(this.#print, page);
  }

  /**
   * Makes the page what is printed now.
   *
   * @returns what is new in it, or nothing where the page has to be loaded again, and was left as it is.
   */
  become(print: Element): readonly Element[] | undefined {
    this.#changes = [];
    this.#added = [];
    this.#obstacles = [];
    // Attributes of the root are the scripts' own.
    this.#compareChildren(this.#print, print);
    return this.#obstacles.length === 0 ? this.#apply(print) : undefined;
  }

  #apply(print: Element): readonly Element[] {
    for (const change of this.#changes) change();
    this.#print = print;
    return this.#added;
  }

  #pair(print: Node, shown: Node): void {
    this.#shown.set(print, shown);
    print.childNodes.forEach((child, index) => {
      const other = shown.childNodes[index];
      if (other) this.#pair(child, other);
    });
  }

  /** The same print once more stands for what it stood for before. */
  #keep(before: Node, after: Node): void {
    const shown = this.#shown.get(before);
    if (shown) this.#shown.set(after, shown);
    before.childNodes.forEach((child, index) => {
      const other = after.childNodes[index];
      if (other) this.#keep(child, other);
    });
  }

  #compare(before: Node, after: Node): void {
    const shown = this.#shown.get(before);
    if (shown) this.#shown.set(after, shown);
    if (!(before instanceof Element) || !(after instanceof Element)) {
      this.#changes.push(() => {
        if (shown) shown.nodeValue = after.nodeValue;
      });
      return;
    }
    if (before.matches(readByScripts)) this.#obstacles.push(before);
    for (const name of new Set([...before.getAttributeNames(), ...after.getAttributeNames()])) {
      const value = after.getAttribute(name);
      if (value === before.getAttribute(name)) continue;
      this.#changes.push(() => {
        if (!(shown instanceof Element)) return;
        if (value === null) shown.removeAttribute(name);
        else shown.setAttribute(name, value);
      });
    }
    if (before instanceof HTMLTemplateElement && after instanceof HTMLTemplateElement) {
      this.#changes.push(() => {
        if (shown instanceof HTMLTemplateElement) shown.innerHTML = after.innerHTML;
      });
      return;
    }
    this.#compareChildren(before, after);
  }

  #compareChildren(before: Element, after: Element): void {
    const olds = [...before.childNodes];
    const news = [...after.childNodes];
    let from = 0;
    let waiting: Node[] = [];
    for (const node of news) {
      // One blank is like another, and says nothing of where what is around it has gone.
      const at = isBlank(node) ? -1 : olds.findIndex((old, index) => index >= from && isSame(old, node));
      if (at < 0) {
        waiting.push(node);
        continue;
      }
      this.#exchange(before, olds.slice(from, at), waiting, olds[at]);
      this.#keep(olds[at] as Node, node);
      from = at + 1;
      waiting = [];
    }
    this.#exchange(before, olds.slice(from), waiting, undefined);
  }

  /** Compares what is alike in two runs of siblings, and replaces the rest. */
  #exchange(parent: Element, olds: readonly Node[], news: readonly Node[], next: Node | undefined): void {
    let common = 0;
    while (common < olds.length && common < news.length) {
      const [old, node] = [olds[common], news[common]];
      if (!old || !node || !isAlike(old, node)) break;
      this.#compare(old, node);
      common += 1;
    }
    for (const old of olds.slice(common)) {
      this.#mustBePlain(old);
      this.#changes.push(() => {
        (this.#shown.get(old) as ChildNode | undefined)?.remove();
      });
    }
    for (const node of news.slice(common)) {
      this.#mustBePlain(node);
      this.#changes.push(() => {
        const made = document.importNode(node, true);
        this.#pair(node, made);
        const before = next && this.#shown.get(next);
        const place = this.#shown.get(parent);
        place?.insertBefore(made, before?.parentNode === place ? before : null);
        if (made instanceof Element) this.#added.push(made);
      });
    }
  }

  /** Notes where an element cannot come or go without a script's help. */
  #mustBePlain(node: Node): void {
    if (!(node instanceof Element)) return;
    const later = setUpLater.filter(([sign]) => document.querySelector(sign)).map(([, elements]) => elements);
    const selector = [setUpOnce, ...later].join();
    if (node.matches(selector) || node.querySelector(selector)) this.#obstacles.push(node);
  }
}
