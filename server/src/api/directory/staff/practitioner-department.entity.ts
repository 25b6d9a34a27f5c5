import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A department that a practitioner works in (FHIR PractitionerRole). */
export const practitionerDepartmentEntity = defineTable('practitioner_department', {
  hospitalId: column('uuid'),
  practitionerId: key('uuid'),
  departmentId: key('uuid'),
});
export type PractitionerDepartmentRow = RowOf<typeof practitionerDepartmentEntity>;
