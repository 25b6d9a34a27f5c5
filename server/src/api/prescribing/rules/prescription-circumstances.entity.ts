import type { Circumstances } from '@yunzhen/shared/prescribing/rules.contract';
import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** What the doctor stated about a prescription besides its lines. */
export const prescriptionCircumstancesEntity = defineTable('prescription_circumstances', {
  prescriptionId: key('uuid'),
  hospitalId: column('uuid'),
  guardian: nullable<Circumstances['guardian']>('jsonb'),
  emergency: column('boolean'),
  validDays: column('integer'),
  statedBy: column('uuid'),
  statedAt: column('timestamptz'),
});
