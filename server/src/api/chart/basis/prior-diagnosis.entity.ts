import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** Evidence, stated for a visit, that a condition was diagnosed before. */
export const priorDiagnosisEntity = defineTable('prior_diagnosis', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  visitId: column('uuid'),
  source: column<'here' | 'outside'>('text'),
  earlierVisitId: nullable('uuid'),
  institution: column('text'),
  diagnosedOn: column('date'),
  diagnoses: column<{ code: string; title: LocalizedText }[]>('jsonb'),
  pages: column<{ id: string; sha256: string }[]>('jsonb'),
  recordedBy: column<'patient' | 'doctor'>('text'),
  accountId: column('uuid'),
  recordedAt: column('timestamptz'),
});
export type PriorDiagnosisRow = RowOf<typeof priorDiagnosisEntity>;
