import type { Finding } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Label } from './label-types.ts';

/** The labels of one article. */
export class LabelRegistry {
  readonly #labels = new Map<string, Label>();

  /** Records a label; returns whether its id was still free. */
  add(label: Label): boolean {
    if (this.#labels.has(label.id)) return false;
    this.#labels.set(label.id, label);
    return true;
  }

  /** The label with an id. */
  find(id: string): Label | undefined {
    return this.#labels.get(id);
  }

  /** All labels, in the order of the article. */
  all(): Label[] {
    return [...this.#labels.values()];
  }

  /** What is to be said of a reference to an id that no label has. */
  unknown(id: string): Finding {
    const meant = nearest(id, this.#labels.keys());
    return {
      rule: 'reference/unknown-label',
      message: `Nothing in this article bears the label \`${id}\`.`,
      hint: meant === undefined ? howToLabel(id) : `did you mean \`${meant}\`?`,
    };
  }

  /** What is to be said of a second label with an id. */
  duplicate(id: string): Finding {
    return {
      rule: 'reference/duplicate-label',
      message: `The label \`${id}\` stands for something else already.`,
      hint: 'give one of the two another name',
    };
  }
}

/** How the thing that a reference means gets its label. */
function howToLabel(id: string): string {
  if (id.startsWith('eq-')) return `write \\label{${id}} inside the display formula that is meant`;
  if (id.startsWith('sec-')) return `write {#${id}} after the heading that is meant`;
  return `write {#${id}} where the thing that is meant begins`;
}
