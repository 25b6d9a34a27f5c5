/** What a complete source names, besides the work. */
export const sourceParts = ['holder', 'country', 'date', 'section'] as const;
export type SourcePart = (typeof sourceParts)[number];

/** A journal article: year, volume and page identify it, and need no country. */
const ARTICLE = /\b(?:19|20)\d\d;\d+[^:;]*:[eS]?\d/;
const YEAR = /\b(?:19|20)\d\d\b/;
/** A work that is named by its kind only. */
const LABEL = /^product information/i;
const PLACE =
  /\b(?:US|UK|EU|China|Chinese|Japan|Germany|France|Australia|European?|World Health Organization|American|British|International|Global)\b/;
const SECTION =
  /\b(?:section|sections|table|chapter|recommendation|monograph|contraindications|interactions|administration|posology|list|results)\b/i;
const AUTHORITY =
  /\b(?:agency|administration|FDA|MHRA|commission|organization|society|college|association|initiative|KDIGO|committee|institute|pharmacopoeia|US|UK|EU|China)\b/i;

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

/** Returns the confidence in a row: low where its curators have doubts, and where a label is not cited so that it can be looked up. */
export function confidenceIn(confidence: string | undefined, source: string): 'high' | 'low' {
  const sure = confidence === 'high' || confidence === 'sure';
  return sure && !(LABEL.test(source) && missingParts(source).length > 0) ? 'high' : 'low';
}
