import { z } from 'zod';
import { id, instant, page, personNames, sortedQuery, text } from '../core/common.ts';
import { recordHoldSorts, recordHoldStates } from './record-holds.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** The administrator sees a patient’s id only: the dispute names the record, and nothing of it is shown. */
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
      'List holds on records, newest first, lifted ones on request; `q` searches record numbers, reasons and names',
    query: z.strictObject({
      ...sortedQuery(recordHoldSorts, 'desc'),
      patientId: id.optional(),
      state: z.enum(recordHoldStates).default('in-force'),
    }),
    response: page(recordHold),
  },
  placeRecordHold: {
    summary:
      'Place a hold on a record so that nothing is deleted until the hold is lifted; repeating keeps the existing hold',
    body: placeRecordHoldBody,
    response: recordHold,
  },
  liftRecordHold: {
    summary: 'Lift a hold; the record is then deleted when its retention period ends',
    params: z.strictObject({ holdId: id }),
    body: z.strictObject({ reason: text(500, 1) }),
    response: recordHold,
  },
} satisfies RouteSchemas;
