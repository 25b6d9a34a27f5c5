import type { Account } from '@yunzhen/shared/accounts/auth.contract';

type Palette = NonNullable<Account['hospital']['brand']['palette']>;

const key = 'yunzhen.brand';
const variables = {
  light: '--brand-light',
  dark: '--brand-dark',
  lightStrong: '--brand-light-strong',
  darkStrong: '--brand-dark-strong',
} as const satisfies Record<keyof Palette, string>;

/** Shows pages in the colour of a hospital, or in the default one, and stores it for `showStoredColour`. */
export function showColour({ palette }: { palette: Palette | null }): void {
  setVariables(palette);
  try {
    if (palette) localStorage.setItem(key, JSON.stringify(palette));
    else localStorage.removeItem(key);
  } catch {
    // Without storage it holds for this page.
  }
}

/** Shows the colour of the hospital that was seen last; before the first paint, so that it does not change when data arrive. */
export function showStoredColour(): void {
  try {
    setVariables(JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Palette> | null);
  } catch {
    // Storage is closed, or holds what this app did not write.
  }
}

function setVariables(palette: Partial<Palette> | null): void {
  const { style } = document.documentElement;
  for (const [name, variable] of Object.entries(variables) as [keyof Palette, string][])
    style.setProperty(variable, palette?.[name] ?? '');
}
