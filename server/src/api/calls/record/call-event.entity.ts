import { column, defineTable, key, nullable } from '../../../platform/db/table.ts';
import type { CallEvent } from '../../../platform/nodes/node-api.contract.ts';

/** An event of a call from a media node, applied once by its id. */
export const callEventEntity = defineTable('call_event', {
  id: key('uuid'),
  hospitalId: column('uuid'),
  visitId: column('uuid'),
  nodeId: column('text'),
  at: column('timestamptz'),
  type: column<CallEvent['type']>('text'),
  participantId: nullable('uuid'),
  role: nullable<NonNullable<CallEvent['role']>>('text'),
  reason: nullable<NonNullable<CallEvent['reason']>>('text'),
  code: nullable('text'),
  recovery: nullable<CallEvent['recovery']>('jsonb'),
  firstPicture: nullable<CallEvent['firstPicture']>('jsonb'),
});
