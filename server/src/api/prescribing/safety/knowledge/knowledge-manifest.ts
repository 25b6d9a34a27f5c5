/**
 * Says what the rule tables are. Each row names the work that it goes back to; rows were written from the curators'
 * knowledge of those works, and only the high-priority list of 2012 was compared with its publication. `reviewedBy`
 * stays null until a pharmacist has checked the tables line by line, and a hospital must have that done before it
 * relies on them. Rows with confidence "check" are those to look at first.
 */
export const knowledgeManifest = Object.freeze({
  id: 'yunzhen-safety-rules',
  version: '2026-12',
  source: 'Curated by the Yunzhen project from the works that each row cites; own wording',
  licence: 'Apache-2.0',
  reviewedBy: null,
});
