import { z } from 'zod';
import { id, instant, text } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ id, name: z.string(), nameLatin: z.string() });

/** The last handover of a visit to a colleague, as the two doctors see it. */
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
      'Hand over a waiting visit or one on hold to a colleague on duty; the patient is notified and keeps their place',
    params,
    body: z.strictObject({ doctorId: id, departmentId: id, reason: text(500, 1) }),
    response: handedOver,
  },
  declineTransfer: {
    summary: 'Return a handed-over visit to the colleague before it is accepted',
    params,
    body: z.strictObject({ reason: text(500, 1) }),
    response: handedOver,
  },
} satisfies RouteSchemas;
