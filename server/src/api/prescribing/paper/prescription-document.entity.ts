import type { Locale } from '@yunzhen/shared/core/locale';
import type { FileObject } from '../../../platform/files/store/file-place.ts';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A sealed PDF of a prescription. */
export const prescriptionDocumentEntity = defineTable('prescription_document', {
  prescriptionId: key('uuid'),
  locale: key<Locale>('text'),
  hospitalId: column('uuid'),
  bytes: nullable('bytea'),
  object: nullable<FileObject>('jsonb'),
  sha256: column('bytea'),
  sealedAt: column('timestamptz'),
  level: column<'B-B' | 'B-T'>('text'),
});
export type PrescriptionDocumentRow = RowOf<typeof prescriptionDocumentEntity>;
