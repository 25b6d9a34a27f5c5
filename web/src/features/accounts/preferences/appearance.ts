import type { Wishes } from '@yunzhen/shared/accounts/wishes';

const key = 'yunzhen.looks';
const classes = { largerText: 'larger-text', highContrast: 'high-contrast', reducedMotion: 'still' } as const;

/** Shows pages as the person prefers, and stores it for `showStoredLook`. */
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
    // Without storage it holds for this page.
  }
}

/** Shows pages as they were shown last in this browser; before the first paint, when no account is known. */
export function showStoredLook(): void {
  try {
    const stored = localStorage.getItem(key)?.split(' ') ?? [];
    for (const name of Object.values(classes)) document.documentElement.classList.toggle(name, stored.includes(name));
  } catch {
    // Without storage pages look as by default.
  }
}
