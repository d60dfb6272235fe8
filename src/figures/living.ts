import type { ComponentType } from 'preact';

/** One for each figure, loaded when it is needed. */
const modules = import.meta.glob<{ readonly Figure: ComponentType }>(['./*/*.tsx', '!./shared/*']);

async function bringToLife(root: HTMLElement): Promise<void> {
  const { figure = '', props = '{}' } = root.dataset;
  const load = modules[`./${figure}/${figure}.tsx`];
  if (!load) return;
  const [{ Figure }, { takeOver }] = await Promise.all([load(), import('./shared/take-over.ts')]);
  takeOver(root, Figure, JSON.parse(props) as object);
  root.dataset.live = '';
}

/** Makes figures answer once a reader comes near them; until then they are what the server has drawn. */
export function setUpFigures(figures: Iterable<HTMLElement>): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void bringToLife(target as HTMLElement);
      }
    },
    { rootMargin: '40% 0px' },
  );
  for (const figure of figures) near.observe(figure);
}
