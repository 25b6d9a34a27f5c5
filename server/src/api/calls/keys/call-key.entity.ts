import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** The public key of one participant in the calls of a visit. */
export const callKeyEntity = defineTable('call_key', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  participantId: column('uuid'),
  publicKey: column('text'),
  publishedAt: column('timestamptz'),
  codeRound: nullable('text'),
  codeCommitment: nullable('text'),
  codeNonce: nullable('text'),
});
export type CallKeyRow = RowOf<typeof callKeyEntity>;
