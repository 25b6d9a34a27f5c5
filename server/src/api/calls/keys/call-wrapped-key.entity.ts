import { column, defineTable, key } from '../../../platform/db/table.ts';

/** A sender’s media key, wrapped for one receiver. */
export const callWrappedKeyEntity = defineTable('call_wrapped_key', {
  fromId: key('uuid'),
  toId: key('uuid'),
  epoch: key('smallint'),
  hospitalId: column('uuid'),
  wrapped: column('text'),
});
