import { column, defineTable, key } from '../../../platform/db/table.ts';

/** The version of a visit’s list of diagnoses. */
export const diagnosisListEntity = defineTable('diagnosis_list', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  version: column('integer'),
  updatedAt: column('timestamptz'),
});
