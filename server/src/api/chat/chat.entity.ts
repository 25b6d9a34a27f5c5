import { column, defineTable, key, type RowOf } from '../../platform/db/table.ts';

/** How many messages the chat of a visit has, and up to where each side has read. */
export const chatEntity = defineTable('chat', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  lastSequence: column('integer'),
  readByPatient: column('integer'),
  readByDoctor: column('integer'),
});
export type ChatRow = RowOf<typeof chatEntity>;
