import type { Wishes } from '@yunzhen/shared/accounts/wishes';

const key = 'yunzhen.looks';
const classes = { largerText: 'larger-text', highContrast: 'high-contrast', reducedMotion: 'still' } as const;

/** Shows pages as somebody wishes them. public/boot.js does the same before the first paint, from what is kept here. */
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
