import type { CorrectedLine, DispenseCorrection } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** What was really dispensed, added to a wrong dispense. Rows are only inserted. */
export const dispenseCorrectionEntity = defineTable('dispense_correction', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  dispenseId: column('uuid'),
  accountId: column('uuid'),
  correctedBy: column('text'),
  correctedAt: column('timestamptz'),
  reason: column<DispenseCorrection['reason']>('text'),
  explanation: column('text'),
  lines: column<CorrectedLine[]>('jsonb'),
});
export type DispenseCorrectionRow = RowOf<typeof dispenseCorrectionEntity>;
