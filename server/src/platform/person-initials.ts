/** Returns initials: "Li Wei" → "L. W."; a name without Latin letters gives its first character only. */
export function initialsOf(name: string, latin: string): string {
  const words = latin.trim().split(/\s+/).filter(Boolean);
  if (words.length > 0) return words.map((word) => `${[...word][0]?.toUpperCase()}.`).join(' ');
  return `${[...name][0] ?? ''}＊`;
}
