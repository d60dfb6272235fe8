/** Text without the characters that XML forbids: one of them makes the whole feed unreadable. */
export const feedText = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
