import { processWide } from '../process-wide.ts';

interface Counter {
  listener: () => void;
  /** Pages that are to be printed, once that is known. */
  expected: number | undefined;
}

const counter = (): Counter =>
  processWide('pageCounter', () => ({ listener: (): void => undefined, expected: undefined }));

/** Calls `listener` for each page that the middleware prints. */
export function onPagePrinted(listener: () => void): void {
  counter().listener = listener;
  counter().expected = undefined;
}

/** Says how many pages the middleware will print. */
export function expectPages(count: number): void {
  counter().expected = count;
}

/** How many pages the middleware will print; nothing as long as nobody knows. */
export const expectedPages = (): number | undefined => counter().expected;

/** Says that a page was printed. */
export function pagePrinted(): void {
  counter().listener();
}
