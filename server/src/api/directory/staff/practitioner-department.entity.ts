import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A department that a practitioner works in (FHIR PractitionerRole). */
export const practitionerDepartmentEntity = defineTable('practitioner_department', {
  hospitalId: column('uuid'),
  practitionerId: key('uuid'),
  departmentId: key('uuid'),
});
