import type { Wishes } from '@yunzhen/shared/accounts/wishes';

const key = 'yunzhen.looks';
const classes = { largerText: 'larger-text', highContrast: 'high-contrast', reducedMotion: 'still' } as const;

/** Applies the user’s display preferences and stores them for `showStoredLook`. */
export function showAs(wishes: Pick<Wishes, keyof typeof classes>): void {
  const names = Object.entries(classes) as [keyof typeof classes, string][];
  for (const [wish, name] of names) document.documentElement.classList.toggle(name, wishes[wish]);
  try {
    localStorage.setItem(
      key,
      names
        .filter(([wish]) => wishes[wish])
        .map(([, name]) => name)
        .join(' '),
    );
  } catch {
    // Without storage they apply to this page only.
  }
}

/** Applies the last display preferences of this browser before the first paint, when no account is known. */
export function showStoredLook(): void {
  try {
    const stored = localStorage.getItem(key)?.split(' ') ?? [];
    for (const name of Object.values(classes)) document.documentElement.classList.toggle(name, stored.includes(name));
  } catch {
    // Without storage pages have the default appearance.
  }
}
