import { column, defineTable, key, nullable, type RowOf } from './table.ts';

/** An executed command with its answer. */
export const idempotencyKeyEntity = defineTable('idempotency_key', {
  hospitalId: key('uuid'),
  accountId: key('uuid'),
  key: key('text'),
  command: column('text'),
  answer: nullable('jsonb'),
  createdAt: column('timestamptz'),
  requestDigest: nullable('bytea'),
});
export type IdempotencyKeyRow = RowOf<typeof idempotencyKeyEntity>;
