import type { EntrySource } from '@yunzhen/shared/chart/chart-entry';
import type { LactationState, PregnancyState } from '@yunzhen/shared/chart/safety-facts';
import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** A statement on pregnancy and breastfeeding on its day. */
export const pregnancyStatementEntity = defineTable('pregnancy_statement', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  pregnancy: column<PregnancyState>('text'),
  trimester: nullable('integer'),
  dueDate: nullable('date'),
  lactation: column<LactationState>('text'),
  recordedBy: column<EntrySource>('text'),
  recordedByAccountId: nullable('uuid'),
  recordedAt: column('timestamptz'),
  version: column('integer'),
  confirmedAt: nullable('timestamptz'),
  retractedAt: nullable('timestamptz'),
  retractedByAccountId: nullable('uuid'),
});
