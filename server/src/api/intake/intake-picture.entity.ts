import type { IntakePicture } from '@yunzhen/shared/intake/intake.contract';
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
  content: column('bytea'),
  uploadedAt: column('timestamptz'),
});
export type IntakePictureRow = RowOf<typeof intakePictureEntity>;
