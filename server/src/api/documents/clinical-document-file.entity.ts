import type { DocumentPaper } from '@yunzhen/shared/administration/setting-limits';
import type { Locale } from '@yunzhen/shared/core/locale';
import type { FileObject } from '../../platform/files/store/file-place.ts';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** A sealed PDF of a clinical document. */
export const clinicalDocumentFileEntity = defineTable('clinical_document_file', {
  documentId: key('uuid'),
  locale: key<Locale>('text'),
  paper: key<DocumentPaper>('text'),
  hospitalId: column('uuid'),
  bytes: nullable('bytea'),
  object: nullable<FileObject>('jsonb'),
  sha256: column('bytea'),
  sealedAt: column('timestamptz'),
});
export type ClinicalDocumentFileRow = RowOf<typeof clinicalDocumentFileEntity>;
