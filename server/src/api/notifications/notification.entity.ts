import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';
import type { StoredFacts } from './templates/wording.ts';

/** An entry in the inbox of an account. */
export const notificationEntity = defineTable('notification', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  accountId: column('uuid'),
  patientId: nullable('uuid'),
  template: column('text'),
  facts: column<StoredFacts>('jsonb'),
  link: nullable('text'),
  dedupe: nullable('text'),
  visibleAt: column('timestamptz'),
  told: column('boolean'),
  readAt: nullable('timestamptz'),
  createdAt: column('timestamptz'),
  wordingVersion: column('integer'),
});
export type NotificationRow = RowOf<typeof notificationEntity>;
