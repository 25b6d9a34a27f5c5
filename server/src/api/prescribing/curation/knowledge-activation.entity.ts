import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** The release that a hospital activated, and when; null for the data that ship with the program. */
export const knowledgeActivationEntity = defineTable('knowledge_activation', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  releaseId: nullable('uuid'),
  reason: column('text'),
  activatedBy: column('uuid'),
  activatedAt: column('timestamptz'),
  /** The database numbers the activations of a hospital; null in rows from before it did. */
  sequence: nullable('integer'),
});
export type KnowledgeActivationRow = RowOf<typeof knowledgeActivationEntity>;
