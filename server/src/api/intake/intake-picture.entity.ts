import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
import type { FileObject } from '../../platform/files/store/file-place.ts';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';

/** A picture among the answers before a visit. */
export const intakePictureEntity = defineTable('intake_picture', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  patientId: key('uuid'),
  draftId: nullable('uuid'),
  visitId: nullable('uuid'),
  question: column('text'),
  uploaderAccountId: column('uuid'),
  type: column<IntakePicture['type']>('text'),
  width: column('integer'),
  height: column('integer'),
  receivedSha256: column('bytea'),
  content: nullable('bytea'),
  object: nullable<FileObject>('jsonb'),
  uploadedAt: column('timestamptz'),
});
export type IntakePictureRow = RowOf<typeof intakePictureEntity>;
