import type { MessageWordings } from '@yunzhen/shared/notifications/message-words';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** The draft of a message’s next wording. */
export const messageWordingDraftEntity = defineTable('message_wording_draft', {
  hospitalId: key('uuid'),
  template: key('text'),
  version: column('integer'),
  wordings: column<MessageWordings>('jsonb'),
  savedAt: column('timestamptz'),
  savedBy: nullable('uuid'),
});
export type MessageWordingDraftRow = RowOf<typeof messageWordingDraftEntity>;
