import type { Locale } from '@yunzhen/shared/core/locale';
import type { RecordExportState } from '@yunzhen/shared/records/record-export';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A copy of a record that a patient asked for. */
export const recordExportEntity = defineTable('record_export', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: column('uuid'),
  accountId: column('uuid'),
  locale: column<Locale>('text'),
  state: column<RecordExportState>('text'),
  attempts: column('integer'),
  share: column('real'),
  parts: nullable('integer'),
  bytes: nullable('bigint'),
  keySealed: nullable('text'),
  askedAt: column('timestamptz'),
  readyAt: nullable('timestamptz'),
  expiresAt: nullable('timestamptz'),
  fetchedAt: nullable('timestamptz'),
});
export type RecordExportRow = RowOf<typeof recordExportEntity>;
