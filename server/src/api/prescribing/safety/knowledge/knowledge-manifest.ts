/**
 * Describes the rule tables. Each row cites a work, but curators wrote the rows from their knowledge of it; only the high-priority list of 2012 was
 * compared with its publication. `reviewedBy` stays null until a pharmacist has checked every row, which a hospital must arrange before it relies on
 * them. Rows with confidence "check" need review first.
 */
export const knowledgeManifest = Object.freeze({
  id: 'yunzhen-safety-rules',
  version: '2026-12',
  source: 'Curated by the Yunzhen project from the works that each row cites; own wording',
  licence: 'Apache-2.0',
  reviewedBy: null,
});
