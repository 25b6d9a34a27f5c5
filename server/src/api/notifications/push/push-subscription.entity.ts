import { column, defineTable, key, nullable, type RowOf } from '../../../platform/db/table.ts';

/** A device that receives push messages. */
export const pushSubscriptionEntity = defineTable('push_subscription', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  sessionId: column('uuid'),
  addressSealed: column('text'),
  endpointDigest: column('bytea'),
  device: column('text'),
  createdAt: column('timestamptz'),
  lastSentAt: nullable('timestamptz'),
});
export type PushSubscriptionRow = RowOf<typeof pushSubscriptionEntity>;
