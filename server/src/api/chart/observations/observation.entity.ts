import type { EntrySource } from '@yunzhen/shared/chart/chart-entry';
import type { ObservationKind, ObservationUnit } from '@yunzhen/shared/chart/observation';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A measured value (FHIR Observation). */
export const observationEntity = defineTable('observation', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  kind: column<ObservationKind>('text'),
  value: column('numeric(10,4)'),
  diastolic: nullable('numeric(10,4)'),
  unit: column<ObservationUnit>('text'),
  measuredAt: column('timestamptz'),
  recordedBy: column<EntrySource>('text'),
  recordedByAccountId: nullable('uuid'),
  recordedAt: column('timestamptz'),
  version: column('integer'),
  confirmedAt: nullable('timestamptz'),
  retractedAt: nullable('timestamptz'),
  retractedByAccountId: nullable('uuid'),
});
export type ObservationRow = RowOf<typeof observationEntity>;
