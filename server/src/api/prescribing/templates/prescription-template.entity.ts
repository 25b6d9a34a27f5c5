import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** Lines that a doctor prescribes often. */
export const prescriptionTemplateEntity = defineTable('prescription_template', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  practitionerId: column('uuid'),
  shared: column('boolean'),
  title: column('text'),
  codes: column('text[]'),
  items: column<PrescriptionItem[]>('jsonb'),
  createdAt: column('timestamptz'),
});
export type PrescriptionTemplateRow = RowOf<typeof prescriptionTemplateEntity>;
