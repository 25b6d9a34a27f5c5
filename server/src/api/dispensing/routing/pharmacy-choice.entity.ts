import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** The pharmacy to which the patient sends a prescription; null once taken back. */
export const pharmacyChoiceEntity = defineTable('pharmacy_choice', {
  prescriptionId: key('uuid'),
  hospitalId: column('uuid'),
  pharmacyId: nullable('uuid'),
  chosenBy: column('uuid'),
  chosenAt: column('timestamptz'),
});
