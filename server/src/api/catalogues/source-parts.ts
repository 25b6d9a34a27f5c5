/** What a complete source names, besides the work. */
export const sourceParts = ['holder', 'country', 'date', 'section'] as const;
export type SourcePart = (typeof sourceParts)[number];

/** A journal article: year, volume and page identify it, and need no country. */
const ARTICLE = /\b(?:19|20)\d\d;\d+[^:;]*:[a-z]?\d/i;
const YEAR = /\b(?:19|20)\d\d\b/;
/** A work that is named by its kind only. */
const LABEL = /^product information/i;
const UNVERIFIED = /\bunverified\b/i;
const PLACE =
  /\b(?:US|UK|EU|China|Chinese|Japan|Germany|France|Australia|European?|World Health Organization|American|British|International|Global)\b/;
const SECTION =
  /\b(?:sections?|table|chapter|recommendation|monograph|contraindications|interactions|administration|posology|directions|list|results|appendix|annex|code [A-Z]\w*|boxed warning|whole (?:notice|module|report))\b/i;
const AUTHORITY =
  /\b(?:agency|administration|FDA|MHRA|commission|organization|society|college|association|initiative|KDIGO|committee|institute|centre|union|pharmacopoeia|US|UK|EU|China)\b/i;

/** Returns which parts a source does not name. */
export function missingParts(source: string): readonly SourcePart[] {
  if (ARTICLE.test(source)) return [];
  const label = LABEL.test(source);
  const named: Record<SourcePart, boolean> = {
    holder: !label && AUTHORITY.test(source),
    country: PLACE.test(source) && !label,
    date: YEAR.test(source),
    section: SECTION.test(source),
  };
  return sourceParts.filter((part) => !named[part]);
}

/** Returns the confidence in a row: low where its curators have doubts, and where no work was compared or the label is not cited so that it can be looked up. */
export function confidenceIn(confidence: string | undefined, source: string): 'high' | 'low' {
  const sure = confidence === 'high' || confidence === 'sure';
  const cited = !UNVERIFIED.test(source) && !(LABEL.test(source) && missingParts(source).length > 0);
  return sure && cited ? 'high' : 'low';
}

/** Returns a source as an alert shows it: a row of low confidence says that it is unverified. */
export function shownSource({ source, confidence }: { readonly source: string; readonly confidence: string }): string {
  return confidenceIn(confidence, source) === 'high' || UNVERIFIED.test(source) ? source : `${source}; unverified`;
}

/** A row of a data file that ships with the program, as far as its source goes. */
export interface SourcedRow {
  readonly source?: string | undefined;
  readonly confidence?: string | undefined;
  readonly note?: string | undefined;
}

/**
 * Returns why a row must not ship: its source lacks a part, or a row that was not compared with a work counts as sure; undefined for a row that may.
 * Rows that cite `sources.csv` name all parts there.
 */
export function sourceProblem({ source, confidence, note }: SourcedRow): string | undefined {
  if (source === undefined) return undefined;
  const missing = missingParts(source);
  if (missing.length > 0) return `source: does not name its ${missing.join(', ')}`;
  const unverified = UNVERIFIED.test(source) || UNVERIFIED.test(note ?? '');
  return unverified && confidence === 'sure' ? 'confidence: an unverified row is not sure' : undefined;
}
