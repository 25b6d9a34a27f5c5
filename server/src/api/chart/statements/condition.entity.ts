import type { EntrySource } from '@yunzhen/shared/chart/chart-entry';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A condition as stated (FHIR Condition, problem list). */
export const conditionEntity = defineTable('condition', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  code: nullable('text'),
  title: column<LocalizedText>('jsonb'),
  since: nullable('date'),
  recordedBy: column<EntrySource>('text'),
  recordedByAccountId: nullable('uuid'),
  recordedAt: column('timestamptz'),
  retractedAt: nullable('timestamptz'),
  version: column('integer'),
  confirmedAt: nullable('timestamptz'),
  retractedByAccountId: nullable('uuid'),
  resolvedAt: nullable('timestamptz'),
});
export type ConditionRow = RowOf<typeof conditionEntity>;
