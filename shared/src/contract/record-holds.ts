import { z } from 'zod';
import { cursorQuery, id, instant, page, text } from './common.ts';
import { defineRoute } from './route.ts';

/** The administrator knows a patient by id alone: a dispute names the record, and nothing of it is shown. */
export const recordHold = z.strictObject({
  id,
  patientId: id,
  reason: z.string(),
  placedAt: instant,
  placedBy: z.string(),
  liftedAt: instant.nullable(),
  liftedBy: z.string().nullable(),
  liftReason: z.string().nullable(),
});
export type RecordHold = z.output<typeof recordHold>;

export const listRecordHolds = defineRoute({
  name: 'listRecordHolds',
  method: 'GET',
  path: '/api/administration/record-holds',
  summary:
    'Records that are kept beyond their time because of a dispute, newest first; those lifted only when asked for',
  permission: 'record.hold',
  query: z.strictObject({
    ...cursorQuery,
    patientId: id.optional(),
    lifted: z.enum(['true', 'false']).default('false'),
  }),
  response: page(recordHold),
});

export const placeRecordHold = defineRoute({
  name: 'placeRecordHold',
  method: 'POST',
  path: '/api/administration/record-holds',
  summary: 'Hold a record: nothing of it is forgotten until the hold is lifted. A record that is held keeps its hold',
  permission: 'record.hold',
  body: z.strictObject({ patientId: id, reason: text(500, 1) }),
  response: recordHold,
  status: 201,
});

export const liftRecordHold = defineRoute({
  name: 'liftRecordHold',
  method: 'POST',
  path: '/api/administration/record-holds/:holdId/lifting',
  summary: 'Lift a hold, once; the record is forgotten when its time is over',
  permission: 'record.hold',
  params: z.strictObject({ holdId: id }),
  body: z.strictObject({ reason: text(500, 1) }),
  response: recordHold,
});
