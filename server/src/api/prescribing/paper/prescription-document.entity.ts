import type { Locale } from '@yunzhen/shared/core/locale';
import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';

/** A sealed PDF of a prescription. */
export const prescriptionDocumentEntity = defineTable('prescription_document', {
  prescriptionId: key('uuid'),
  locale: key<Locale>('text'),
  hospitalId: column('uuid'),
  bytes: column('bytea'),
  sha256: column('bytea'),
  sealedAt: column('timestamptz'),
  level: column<'B-B' | 'B-T'>('text'),
});
export type PrescriptionDocumentRow = RowOf<typeof prescriptionDocumentEntity>;
