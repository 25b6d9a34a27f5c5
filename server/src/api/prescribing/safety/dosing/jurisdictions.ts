/** Returns whether a rule for some countries holds in one; an empty list stands for all countries. */
export function isInForce(jurisdictions: readonly string[], jurisdiction: string | undefined): boolean {
  return jurisdictions.length === 0 || jurisdictions.includes(jurisdiction ?? '');
}
