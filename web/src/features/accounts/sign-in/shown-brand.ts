import { shallowRef } from 'vue';
import type { Account } from '@yunzhen/shared/accounts/auth.contract';

type Hospital = Pick<Account['hospital'], 'name' | 'brand'>;

const key = 'yunzhen.brand';
const variables = {
  light: '--brand-light',
  dark: '--brand-dark',
  lightStrong: '--brand-light-strong',
  darkStrong: '--brand-dark-strong',
} as const;

/** Whose name and logo stand at the head of pages that belong to nobody’s session; null for the house’s own. */
export const shownHospital = shallowRef<Hospital | null>(null);

/**
 * Shows pages in a hospital’s colour, or (null) in the house’s own. public/boot.js does the same before the first paint, from
 * what is kept here: so the colour of the hospital that was seen last is there at once, and nothing moves when its data come.
 */
export function showColour({ palette }: Hospital['brand']): void {
  for (const [name, variable] of Object.entries(variables) as [keyof typeof variables, string][])
    if (palette) document.documentElement.style.setProperty(variable, palette[name]);
    else document.documentElement.style.removeProperty(variable);
  try {
    if (palette) localStorage.setItem(key, JSON.stringify(palette));
    else localStorage.removeItem(key);
  } catch {
    // Without storage it holds for this page.
  }
}
