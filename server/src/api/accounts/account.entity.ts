import type { Locale } from '@yunzhen/shared/core/locale';
import type { Role } from '@yunzhen/shared/core/permission';
import { column, defineTable, key, nullable, type RowOf } from '../../platform/db/table.ts';
import type { Channel } from '../../platform/messaging/message.ts';

/** An account at one hospital. */
export const accountEntity = defineTable('account', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  email: nullable('text'),
  passwordHash: column('text'),
  roles: column<Role[]>('text[]'),
  displayName: column('text'),
  displayNameLatin: column('text'),
  locale: column<Locale>('text'),
  status: column<'active' | 'disabled'>('text'),
  createdAt: column('timestamptz'),
  /** In the international form of E.164. */
  phone: nullable('text'),
  emailConfirmedAt: nullable('timestamptz'),
  phoneConfirmedAt: nullable('timestamptz'),
  messageChannels: column<Channel[]>('text[]'),
  version: column('integer'),
  /** When the holder was last notified of failed sign-ins. */
  failuresToldAt: nullable('timestamptz'),
  wishes: column<Record<string, unknown>>('jsonb'),
});
export type AccountRow = RowOf<typeof accountEntity>;
