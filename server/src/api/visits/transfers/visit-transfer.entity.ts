import type { VisitTransfer } from '@yunzhen/shared/visits/transfers.contract';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A handover of a visit to another doctor. */
export const visitTransferEntity = defineTable('visit_transfer', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  fromPractitionerId: column('uuid'),
  toPractitionerId: column('uuid'),
  fromDepartmentId: column('uuid'),
  toDepartmentId: column('uuid'),
  reason: column('text'),
  status: column<VisitTransfer['status']>('text'),
  declineReason: column('text'),
  at: column('timestamptz'),
  settledAt: nullable('timestamptz'),
});
export type VisitTransferRow = RowOf<typeof visitTransferEntity>;
