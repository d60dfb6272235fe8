import type { ComponentType } from 'preact';
import { takeOver } from './shared/take-over.ts';

/** One for each figure, loaded when it is needed. */
const modules = import.meta.glob<{ readonly Figure: ComponentType }>(['./*/*.tsx', '!./shared/*']);

/** Lets a figure answer that the server has drawn. */
export async function bringToLife(root: HTMLElement): Promise<void> {
  const { figure = '', props = '{}' } = root.dataset;
  const load = modules[`./${figure}/${figure}.tsx`];
  if (!load) return;
  const { Figure } = await load();
  takeOver(root, Figure, JSON.parse(props) as object);
  root.dataset.live = '';
}
