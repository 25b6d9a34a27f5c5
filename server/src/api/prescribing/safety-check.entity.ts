import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { column, defineTable, key, type RowOf } from '../../platform/db/table.ts';

/** A report of the safety checks at one phase of a prescription. */
export const safetyCheckEntity = defineTable('safety_check', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  prescriptionId: column('uuid'),
  prescriptionVersion: column('integer'),
  phase: column<'draft' | 'signature' | 'review'>('text'),
  dataVersion: column('text'),
  report: column<SafetyReport>('jsonb'),
  at: column('timestamptz'),
});
export type SafetyCheckRow = RowOf<typeof safetyCheckEntity>;
