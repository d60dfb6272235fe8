/** Front matter of a page of the manual that is written from code. */
export const pageHead = (title: string, description: string, order: number): string =>
  [
    '---',
    '# Written by `npm run manual` from the code, which is the place to change it.',
    `title: ${title}`,
    `order: ${String(order)}`,
    `description: '${description}'`,
    '---',
  ].join('\n');
