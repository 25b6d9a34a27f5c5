import type { Account } from '@yunzhen/shared/accounts/auth.contract';

type Palette = NonNullable<Account['hospital']['brand']['palette']>;

const key = 'yunzhen.brand';
const variables = {
  light: '--brand-light',
  dark: '--brand-dark',
  lightStrong: '--brand-light-strong',
  darkStrong: '--brand-dark-strong',
} as const satisfies Record<keyof Palette, string>;

/** Applies the brand colour of a hospital, or the default one, and stores it for `showStoredColour`. */
export function showColour({ palette }: { palette: Palette | null }): void {
  setVariables(palette);
  try {
    if (palette) localStorage.setItem(key, JSON.stringify(palette));
    else localStorage.removeItem(key);
  } catch {
    // Without storage it applies to this page only.
  }
}

/** Applies the colour of the last hospital before the first paint, so that it does not change when data arrives. */
export function showStoredColour(): void {
  try {
    setVariables(JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Palette> | null);
  } catch {
    // Storage is blocked, or contains a value that this app did not write.
  }
}

function setVariables(palette: Partial<Palette> | null): void {
  const { style } = document.documentElement;
  for (const [name, variable] of Object.entries(variables) as [keyof Palette, string][])
    style.setProperty(variable, palette?.[name] ?? '');
}
