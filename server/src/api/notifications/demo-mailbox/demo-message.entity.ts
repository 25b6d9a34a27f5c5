import { column, defineTable, key, type RowOf } from '../../../platform/db/table.ts';
import type { Channel } from '../../../platform/messaging/message.ts';

/** A message that an installation with demo data would have sent. */
export const demoMessageEntity = defineTable('demo_message', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  at: column('timestamptz'),
  channel: column<Channel>('text'),
  address: column('text'),
  subject: column('text'),
  body: column('text'),
});
export type DemoMessageRow = RowOf<typeof demoMessageEntity>;
