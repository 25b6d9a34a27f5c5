import type { DispensedLine } from '@yunzhen/shared/prescribing/dispensing-state.schemas';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** What a pharmacy dispensed under a claim (FHIR MedicationDispense). */
export const dispenseEntity = defineTable('dispense', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  number: column('text'),
  prescriptionId: column('uuid'),
  claimId: column('uuid'),
  pharmacyId: column('uuid'),
  accountId: column('uuid'),
  dispensedBy: column('text'),
  dispensedAt: column('timestamptz'),
  lines: column<DispensedLine[]>('jsonb'),
  receipt: column('text'),
});
export type DispenseRow = RowOf<typeof dispenseEntity>;
