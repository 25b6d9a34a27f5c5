import type { ClosingState } from '@yunzhen/shared/accounts/account-closing';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A request to close an account, and its outcome. */
export const accountClosingEntity = defineTable('account_closing', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  patientId: column('uuid'),
  state: column<ClosingState>('text'),
  askedAt: column('timestamptz'),
  dueAt: column('timestamptz'),
  endedAt: nullable('timestamptz'),
  recordKept: nullable('boolean'),
});
export type AccountClosingRow = RowOf<typeof accountClosingEntity>;
