import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { PractitionerKind } from '@yunzhen/shared/directory/staff';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A doctor or pharmacist of one hospital (FHIR Practitioner). */
export const practitionerEntity = defineTable('practitioner', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  kind: column<PractitionerKind>('text'),
  name: column('text'),
  nameLatin: column('text'),
  title: column<LocalizedText>('jsonb'),
  bio: column<LocalizedText>('jsonb'),
  languages: column('text[]'),
  licenceNumber: column('text'),
  /** Last day (ISO date) on which the licence is valid. */
  licenceValidUntil: column('date'),
  yearsOfPractice: column('integer'),
  onDuty: column('boolean'),
  onDutySince: nullable('timestamptz'),
  offDutySince: nullable('timestamptz'),
});
export type PractitionerRow = RowOf<typeof practitionerEntity>;
