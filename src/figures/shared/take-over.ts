import { type ComponentType, h, hydrate } from 'preact';

/** Lets a component answer for what the server has drawn of it. */
export function takeOver(root: HTMLElement, component: ComponentType, props: object): void {
  hydrate(h(component, props), root);
}
