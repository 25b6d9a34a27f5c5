import { column, defineTable, key, type RowOf } from '../../platform/db/table.ts';

/** The number of messages in the chat of a visit, and the last one that each side has read. */
export const chatEntity = defineTable('chat', {
  visitId: key('uuid'),
  hospitalId: column('uuid'),
  lastSequence: column('integer'),
  readByPatient: column('integer'),
  readByDoctor: column('integer'),
});
export type ChatRow = RowOf<typeof chatEntity>;
