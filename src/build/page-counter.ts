import { processWide } from '../process-wide.ts';

const counter = (): { listener: () => void } =>
  processWide('pageCounter', () => ({ listener: (): void => undefined }));

/** Calls `listener` for each page that the middleware prints. */
export function onPagePrinted(listener: () => void): void {
  counter().listener = listener;
}

/** Says that a page was printed. */
export function pagePrinted(): void {
  counter().listener();
}
