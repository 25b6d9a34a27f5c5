export type ColorMode = 'light' | 'dark' | 'auto';

/** Where this browser stores the chosen mode. */
export const colorModeKey = 'yunzhen.color-mode';
/** The page's background in `theme.css`, for the bar of the browser. */
const backgrounds = { light: '#faf9f7', dark: '#141210' };

export function showDark(isDark: boolean): void {
  const { classList } = document.documentElement;
  classList.toggle('dark', isDark);
  classList.toggle('light', !isDark);
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', isDark ? backgrounds.dark : backgrounds.light);
}

/** Shows the mode that is stored, or that of the device; before the first paint. */
export function showStoredMode(): void {
  let mode: string | null = null;
  try {
    mode = localStorage.getItem(colorModeKey);
  } catch {
    // Without storage the mode of the device holds.
  }
  showDark(mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches));
}
