/** Loads the search dialog on the first time it is asked for, and not before. */
export function setUpSearch(): void {
  const openers = document.querySelectorAll<HTMLButtonElement>('[data-open-search]');
  let isLoading = false;
  const open = async (opener: HTMLElement | undefined): Promise<void> => {
    const field = document.querySelector<HTMLInputElement>('[data-search-field]');
    if (field) {
      field.focus();
      field.select();
      return;
    }
    // Who asks again because nothing has come yet wants it open, not closed.
    if (isLoading) return;
    isLoading = true;
    try {
      const { toggleSearchDialog } = await import('./search-dialog.ts');
      toggleSearchDialog(opener);
    } catch {
      // Most likely the network is gone; the next try loads it again.
      for (const button of openers) button.textContent = button.dataset.failed ?? '';
    }
    isLoading = false;
  };
  for (const button of openers) button.addEventListener('click', () => void open(button));
  document.addEventListener('keydown', (event) => {
    const target = event.target instanceof HTMLElement ? event.target : undefined;
    const isTyping = target?.matches('input, textarea, select, [contenteditable]');
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping;
    const isCommandK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    if (event.isComposing || (!isSlash && !isCommandK)) return;
    event.preventDefault();
    void open(target === document.body ? undefined : target);
  });
}
