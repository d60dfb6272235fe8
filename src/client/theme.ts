type Theme = 'auto' | 'light' | 'dark';

const order: readonly Theme[] = ['auto', 'light', 'dark'];

function currentTheme(): Theme {
  const theme = document.documentElement.dataset.theme;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

function apply(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // Storage may be forbidden; the choice then lasts for this page.
  }
}

/** Lets the theme button go from the system's theme to light to dark, and remembers the choice. */
export function setUpThemeSwitch(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
  if (!button) return;
  const describe = (): void => {
    const { label = '', ...words } = button.dataset;
    const word = words[currentTheme()] ?? '';
    button.textContent = word;
    button.setAttribute('aria-label', `${label} · ${word}`);
  };
  describe();
  button.addEventListener('click', () => {
    apply(order[(order.indexOf(currentTheme()) + 1) % order.length] ?? 'auto');
    describe();
  });
}
