/** Loads the search dialog on the first time it is asked for, and not before. */
export function setUpSearch(): void {
  const open = async (): Promise<void> => {
    const { openSearchDialog } = await import('./search-dialog.ts');
    openSearchDialog();
  };
  for (const button of document.querySelectorAll('[data-open-search]')) {
    button.addEventListener('click', () => void open());
  }
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const isTyping = target?.matches('input, textarea, select, [contenteditable]');
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
    const isCommandK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (!isSlash && !isCommandK) return;
    event.preventDefault();
    void open();
  });
}
