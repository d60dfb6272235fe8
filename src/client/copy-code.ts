/** Gives every code block a button that copies its text. */
export function setUpCopyButtons(): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure.code')) {
    const code = figure.querySelector('code');
    const caption = figure.querySelector('figcaption');
    if (!code || !caption) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-code';
    button.textContent = '复制';
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(code.textContent).then(
        () => {
          button.textContent = '已复制';
          setTimeout(() => (button.textContent = '复制'), 2000);
        },
        () => (button.textContent = '无法复制'),
      );
    });
    caption.append(button);
  }
}
