/** Light, dark, or as the system has it. */
export type Theme = 'light' | 'dark' | 'system';

const key = 'dispatch.theme';

/** What was chosen on this machine; the system's by default. */
export function chosenTheme(): Theme {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Keeps the choice and shows it. */
export function chooseTheme(theme: Theme): void {
  if (theme === 'system') localStorage.removeItem(key);
  else localStorage.setItem(key, theme);
  showTheme();
}

/** Sets `data-theme` on the root element, so that one attribute decides for styles and map alike. */
export function showTheme(): void {
  document.documentElement.dataset['theme'] = isDark() ? 'dark' : 'light';
}

/** Whether dark is shown now. */
export function isDark(): boolean {
  const theme = chosenTheme();
  return theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}

/** Calls back whenever the shown theme changes, by choice or by the system; returns what ends it. */
export function onThemeChange(changed: (dark: boolean) => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const observer = new MutationObserver(() => changed(isDark()));
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  media.addEventListener('change', showTheme);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', showTheme);
  };
}
