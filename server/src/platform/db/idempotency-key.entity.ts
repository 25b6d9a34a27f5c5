import { column, defineTable, key, nullable } from './table.ts';

/** An executed command with its answer. */
export const idempotencyKeyEntity = defineTable('idempotency_key', {
  hospitalId: key('uuid'),
  accountId: key('uuid'),
  key: key('text'),
  command: column('text'),
  answer: nullable('jsonb'),
  createdAt: column('timestamptz'),
  requestDigest: nullable('bytea'),
  /** The patient for whom a guardian acted, else the account; null where the release before wrote it. */
  actedFor: nullable('uuid'),
});
