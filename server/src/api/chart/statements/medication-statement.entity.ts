import type { EntrySource } from '@yunzhen/shared/chart/chart-entry';
import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';

/** A medicine as stated (FHIR MedicationStatement). */
export const medicationStatementEntity = defineTable('medication_statement', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  productId: nullable('text'),
  text: column('text'),
  dosage: column('text'),
  recordedBy: column<EntrySource>('text'),
  recordedByAccountId: nullable('uuid'),
  recordedAt: column('timestamptz'),
  retractedAt: nullable('timestamptz'),
  retractedByAccountId: nullable('uuid'),
  version: column('integer'),
  confirmedAt: nullable('timestamptz'),
});
