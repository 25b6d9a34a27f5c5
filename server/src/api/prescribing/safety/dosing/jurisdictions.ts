/** Members of the EU and of the EEA, whose labels the European Commission approves. */
const EUROPE: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
);

/** Returns whether a rule for some countries holds in one. `EU` stands for its members; an empty list for all countries. */
export function isInForce(jurisdictions: readonly string[], jurisdiction: string | undefined): boolean {
  if (jurisdictions.length === 0) return true;
  if (jurisdiction === undefined) return false;
  return jurisdictions.includes(jurisdiction) || (jurisdictions.includes('EU') && EUROPE.has(jurisdiction));
}
