import { column, defineTable, key, type RowOf } from '../../platform/db/table.ts';
import type { ChatRole } from './chat.policy.ts';

/** A message in the chat of a visit. */
export const chatMessageEntity = defineTable('chat_message', {
  visitId: key('uuid'),
  id: key('uuid'),
  hospitalId: column('uuid'),
  sequence: column('integer'),
  authorAccountId: column('uuid'),
  authorRole: column<ChatRole>('text'),
  text: column('text'),
  sentAt: column('timestamptz'),
});
export type ChatMessageRow = RowOf<typeof chatMessageEntity>;
