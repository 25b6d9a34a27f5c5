import type { Diagnosis } from '@yunzhen/shared/chart/chart.contract';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

export const diagnosisEntity = defineTable('diagnosis', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  patientId: column('uuid'),
  code: column('text'),
  title: column<LocalizedText>('jsonb'),
  isPrimary: column('boolean'),
  certainty: column<Diagnosis['certainty']>('text'),
  position: column('integer'),
  recordedAt: column('timestamptz'),
});
export type DiagnosisRow = RowOf<typeof diagnosisEntity>;
