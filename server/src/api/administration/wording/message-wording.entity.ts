import type { MessageWordings } from '@yunzhen/shared/notifications/message-words';
import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A published wording of one message; null for the built-in one. */
export const messageWordingEntity = defineTable('message_wording', {
  hospitalId: key('uuid'),
  template: key('text'),
  version: key('integer'),
  wordings: nullable<MessageWordings>('jsonb'),
  publishedAt: column('timestamptz'),
  publishedBy: nullable('uuid'),
});
export type MessageWordingRow = RowOf<typeof messageWordingEntity>;
