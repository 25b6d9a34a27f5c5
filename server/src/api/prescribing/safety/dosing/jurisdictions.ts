/** Returns whether a rule for some countries holds in one; an empty list stands for all countries, `-CN` for all others. */
export function isInForce(jurisdictions: readonly string[], jurisdiction: string | undefined): boolean {
  const country = jurisdiction ?? '';
  if (jurisdictions.every((code) => code.startsWith('-'))) return !jurisdictions.includes(`-${country}`);
  return jurisdictions.includes(country);
}
