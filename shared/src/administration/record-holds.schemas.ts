import { z } from 'zod';
import { id, instant, page, personNames, sortedQuery, text } from '../core/common.ts';
import { recordHoldSorts, recordHoldStates } from './record-holds.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** The administrator knows a patient by id alone: a dispute names the record, and nothing of it is shown. */
export const recordHold = z.strictObject({
  id,
  patientId: id,
  reason: z.string(),
  placedAt: instant,
  placedBy: personNames,
  liftedAt: instant.nullable(),
  liftedBy: personNames.nullable(),
  liftReason: z.string().nullable(),
});
export type RecordHold = z.output<typeof recordHold>;

export const placeRecordHoldBody = z.strictObject({ patientId: id, reason: text(500, 1) });

export const recordHoldsSchemas = {
  listRecordHolds: {
    summary:
      'Records that are kept beyond their time because of a dispute, newest first; those lifted only when asked for. `q` looks in the numbers of records, in reasons, and in the names of who placed and lifted',
    query: z.strictObject({
      ...sortedQuery(recordHoldSorts, 'desc'),
      patientId: id.optional(),
      state: z.enum(recordHoldStates).default('in-force'),
    }),
    response: page(recordHold),
  },
  placeRecordHold: {
    summary: 'Hold a record: nothing of it is forgotten until the hold is lifted. A record that is held keeps its hold',
    body: placeRecordHoldBody,
    response: recordHold,
  },
  liftRecordHold: {
    summary: 'Lift a hold, once; the record is forgotten when its time is over',
    params: z.strictObject({ holdId: id }),
    body: z.strictObject({ reason: text(500, 1) }),
    response: recordHold,
  },
} satisfies RouteSchemas;
