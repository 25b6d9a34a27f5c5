import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** A session of an operator. */
export const operatorSessionEntity = defineTable('operator_session', {
  id: key('uuid'),
  operatorId: column('uuid'),
  secretHash: column('bytea'),
  createdAt: column('timestamptz'),
  expiresAt: column('timestamptz'),
  endedAt: nullable('timestamptz'),
});
export type OperatorSessionRow = RowOf<typeof operatorSessionEntity>;
