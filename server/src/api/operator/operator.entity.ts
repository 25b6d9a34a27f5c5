import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** An operator of the installation. */
export const operatorEntity = defineTable('operator', {
  id: key('uuid'),
  email: column('text'),
  name: column('text'),
  status: column<'invited' | 'active'>('text'),
  passwordHash: nullable('text'),
  totpSealed: nullable('text'),
  lastStep: nullable('bigint'),
  secretHash: nullable('bytea'),
  expiresAt: nullable('timestamptz'),
  createdAt: column('timestamptz'),
  demo: column('boolean'),
});
export type OperatorRow = RowOf<typeof operatorEntity>;
