import { z } from 'zod';
import { id, instant, text } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });

/** The last time that a visit was handed over to a colleague, as the two doctors see it. */
export const visitTransfer = z.strictObject({
  status: z.enum(['open', 'taken', 'declined']),
  from: person,
  to: person,
  reason: z.string(),
  declineReason: z.string(),
  at: instant,
});
export type VisitTransfer = z.output<typeof visitTransfer>;

const params = z.strictObject({ visitId: id });
const handedOver = z.strictObject({ visitId: id, doctor: person });

export const transfersSchemas = {
  transferVisit: {
    summary:
      'Hand a visit that waits or is on hold over to a colleague on duty; the patient is told and keeps their place by time',
    params,
    body: z.strictObject({ doctorId: id, departmentId: id, reason: text(500, 1) }),
    response: handedOver,
  },
  declineTransfer: {
    summary: 'Give a visit back to the colleague who handed it over, before it was taken up',
    params,
    body: z.strictObject({ reason: text(500, 1) }),
    response: handedOver,
  },
} satisfies RouteSchemas;
