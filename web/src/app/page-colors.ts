export type ColorMode = 'light' | 'dark' | 'auto';

/** Local storage key of the chosen theme. */
export const colorModeKey = 'yunzhen.color-mode';
/** The page’s background in `theme.css`, for the browser’s own bar. */
const backgrounds = { light: '#faf9f7', dark: '#141210' };

export function showDark(isDark: boolean): void {
  const { classList } = document.documentElement;
  classList.toggle('dark', isDark);
  classList.toggle('light', !isDark);
  document
    .querySelector('meta[name="theme-color"]')
    ?.setAttribute('content', isDark ? backgrounds.dark : backgrounds.light);
}

/** Applies the stored theme, or that of the device, before the first paint. */
export function showStoredMode(): void {
  let mode: string | null = null;
  try {
    mode = localStorage.getItem(colorModeKey);
  } catch {
    // Without storage the device’s theme applies.
  }
  showDark(mode === 'dark' || (mode !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches));
}
