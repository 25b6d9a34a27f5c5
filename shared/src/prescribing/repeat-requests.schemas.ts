import { z } from 'zod';
import { repeatStatuses } from './repeat-request.ts';
import { cursorQuery, id, instant, localizedText, page, text } from '../core/common.ts';
import { personName } from './prescribing.schemas.ts';
import { dangerAnswer, declaredFlags, dismissedFlags } from '../intake/danger-page/danger-answer.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

export const repeatRequest = z.strictObject({
  id,
  status: z.enum(repeatStatuses),
  prescription: z.strictObject({ id, number: z.string(), medicines: z.array(localizedText) }),
  patient: personName,
  doctor: personName,
  department: z.strictObject({ id, name: localizedText }),
  note: z.string(),
  /** The answers on the page of danger signs; null for requests older than the page. */
  dangerAnswer: dangerAnswer.nullable(),
  /** Danger signs in the note and ticks, and when the patient declared them to be no emergency. The release before sends none. */
  redFlags: declaredFlags.optional(),
  askedAt: instant,
  decidedAt: instant.nullable(),
  /** Why the doctor declined, for the patient to read. */
  reason: z.string(),
});
export type RepeatRequest = z.output<typeof repeatRequest>;

const requestParams = z.strictObject({ requestId: id });

const repeatQuery = z.strictObject({
  ...cursorQuery,
  status: z.enum(repeatStatuses).optional(),
  prescriptionId: id.optional(),
});
export type RepeatQuery = z.output<typeof repeatQuery>;

export const repeatRequestsSchemas = {
  askRepeat: {
    summary: 'Request a refill of a prescription; returns the open request if there is one',
    params: z.strictObject({ prescriptionId: id }),
    body: z.strictObject({ note: text(500).default(''), dismissedFlags }),
    response: repeatRequest,
  },
  listRepeatRequests: {
    summary: 'List your requests (patient) or requests to you (doctor), newest first',
    query: repeatQuery,
    response: page(repeatRequest),
  },
  acceptRepeat: {
    summary: 'Ask the patient to come to a visit; prescribes nothing',
    params: requestParams,
    response: repeatRequest,
  },
  declineRepeat: {
    summary: 'Decline with a reason for the patient',
    params: requestParams,
    body: z.strictObject({ reason: text(500, 1) }),
    response: repeatRequest,
  },
  withdrawRepeat: {
    summary: 'Withdraw the request',
    params: requestParams,
    response: repeatRequest,
  },
} satisfies RouteSchemas;
