import { column, defineTable, key } from '../../../platform/db/table.ts';

/** The file attached to an outgoing message. */
export const messageAttachmentEntity = defineTable('message_attachment', {
  deliveryId: key('uuid'),
  hospitalId: column('uuid'),
  name: column('text'),
  mediaType: column('text'),
  bytes: column('bytea'),
});
