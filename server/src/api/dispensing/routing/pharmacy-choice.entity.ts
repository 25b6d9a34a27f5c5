import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** The pharmacy to which the patient sends a prescription; null once the patient took it back or a pharmacy claimed it. */
export const pharmacyChoiceEntity = defineTable('pharmacy_choice', {
  prescriptionId: key('uuid'),
  hospitalId: column('uuid'),
  pharmacyId: nullable('uuid'),
  chosenBy: column('uuid'),
  chosenAt: column('timestamptz'),
});
