/**
 * Makes figures answer once a reader comes near them; until then they are what the server has drawn. All
 * that they need is loaded then, the list of them too.
 */
export function setUpFigures(figures: Iterable<HTMLElement>): void {
  const near = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting) continue;
        near.unobserve(target);
        void import('./living.ts').then(({ bringToLife }) => bringToLife(target as HTMLElement));
      }
    },
    { rootMargin: '40% 0px' },
  );
  for (const figure of figures) near.observe(figure);
}
