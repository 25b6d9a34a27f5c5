import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** When a doctor last used a diagnosis, and whether it is a favourite. */
export const diagnosisUseEntity = defineTable('diagnosis_use', {
  practitionerId: key('uuid'),
  code: key('text'),
  hospitalId: column('uuid'),
  title: column<LocalizedText>('jsonb'),
  usedAt: nullable('timestamptz'),
  favourite: column('boolean'),
});
