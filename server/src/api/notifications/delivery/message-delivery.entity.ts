import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';
import type { DeliveryChannel } from '../../../platform/messaging/message.ts';

/** One message to one address, pending or settled. */
export const messageDeliveryEntity = defineTable('message_delivery', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  notificationId: nullable('uuid'),
  accountId: nullable('uuid'),
  channel: column<DeliveryChannel>('text'),
  template: column('text'),
  contentSealed: nullable('text'),
  dedupe: nullable('text'),
  state: column<'waiting' | 'sending' | 'delivered' | 'failed' | 'withdrawn'>('text'),
  attempts: column('integer'),
  dueAt: column('timestamptz'),
  wantedAt: column('timestamptz'),
  createdAt: column('timestamptz'),
  settledAt: nullable('timestamptz'),
  failure: nullable('text'),
  subscriptionId: nullable('uuid'),
  wordingVersion: column('integer'),
});
export type MessageDeliveryRow = RowOf<typeof messageDeliveryEntity>;
