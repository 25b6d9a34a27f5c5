import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** The complete set of rules that a hospital signed. It never changes. */
export const knowledgeReleaseEntity = defineTable('knowledge_release', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  number: column('integer'),
  sha256: column('text'),
  content: column('text'),
  imported: nullable('bytea'),
  jws: column('text'),
  baseVersion: column('text'),
  note: column('text'),
  madeBy: column('uuid'),
  madeAt: column('timestamptz'),
});
export type KnowledgeReleaseRow = RowOf<typeof knowledgeReleaseEntity>;
