import type { AttachmentType } from '@yunzhen/shared/chat/chat.contract';
import type { FileObject } from '../../../platform/files/store/file-place.ts';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A file sent in the chat of a visit, or uploaded and not sent yet. */
export const chatAttachmentEntity = defineTable('chat_attachment', {
  visitId: key('uuid'),
  id: key('uuid'),
  hospitalId: column('uuid'),
  uploaderAccountId: column('uuid'),
  type: column<AttachmentType>('text'),
  width: nullable('integer'),
  height: nullable('integer'),
  receivedSha256: column('bytea'),
  content: nullable('bytea'),
  object: nullable<FileObject>('jsonb'),
  uploadedAt: column('timestamptz'),
  messageId: nullable('uuid'),
  position: nullable('integer'),
  name: nullable('text'),
});
export type ChatAttachmentRow = RowOf<typeof chatAttachmentEntity>;
