import type { DocumentCategory, EntrySource } from '@yunzhen/shared/chart/chart-entry';
import type { ChartDocument } from '@yunzhen/shared/chart/uploads.contract';
import type { FileObject } from '../../../platform/files/store/file-place.ts';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A file in a patient’s chart (FHIR DocumentReference). */
export const chartDocumentEntity = defineTable('chart_document', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: key('uuid'),
  category: column<DocumentCategory>('text'),
  title: nullable('text'),
  type: column<ChartDocument['type']>('text'),
  width: nullable('integer'),
  height: nullable('integer'),
  receivedSha256: column('bytea'),
  content: nullable('bytea'),
  object: nullable<FileObject>('jsonb'),
  recordedBy: column<EntrySource>('text'),
  recordedByAccountId: nullable('uuid'),
  recordedAt: column('timestamptz'),
  version: column('integer'),
  confirmedAt: nullable('timestamptz'),
  retractedAt: nullable('timestamptz'),
  retractedByAccountId: nullable('uuid'),
});
export type ChartDocumentRow = RowOf<typeof chartDocumentEntity>;
