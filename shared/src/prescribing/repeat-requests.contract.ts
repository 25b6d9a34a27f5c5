import { z } from 'zod';
import { repeatStatuses } from './repeat-request.ts';
import { cursorQuery, id, instant, localizedText, page, text } from '../core/common.ts';
import { personName } from './prescribing.contract.ts';
import { defineRoute } from '../core/route.ts';

export const repeatRequest = z.strictObject({
  id,
  status: z.enum(repeatStatuses),
  prescription: z.strictObject({ id, number: z.string(), medicines: z.array(localizedText) }),
  patient: personName,
  doctor: personName,
  department: z.strictObject({ id, name: localizedText }),
  note: z.string(),
  askedAt: instant,
  decidedAt: instant.nullable(),
  /** Why the doctor declined, for the patient to read. */
  reason: z.string(),
});
export type RepeatRequest = z.output<typeof repeatRequest>;

const requestParams = z.strictObject({ requestId: id });

export const askRepeat = defineRoute({
  name: 'askRepeat',
  method: 'POST',
  path: '/api/prescriptions/:prescriptionId/repeat-requests',
  summary: 'Ask the doctor for a prescription again; an open request for it is returned when there is one',
  permission: 'repeat.ask',
  params: z.strictObject({ prescriptionId: id }),
  body: z.strictObject({ note: text(500).default('') }),
  response: repeatRequest,
  status: 201,
});

const repeatQuery = z.strictObject({
  ...cursorQuery,
  status: z.enum(repeatStatuses).optional(),
  prescriptionId: id.optional(),
});
export type RepeatQuery = z.output<typeof repeatQuery>;

export const listRepeatRequests = defineRoute({
  name: 'listRepeatRequests',
  method: 'GET',
  path: '/api/repeat-requests',
  summary: 'One’s own requests (patient) or those to oneself (doctor), newest first',
  permission: 'repeat.read',
  query: repeatQuery,
  response: page(repeatRequest),
});

export const acceptRepeat = defineRoute({
  name: 'acceptRepeat',
  method: 'POST',
  path: '/api/repeat-requests/:requestId/acceptance',
  summary: 'Ask the patient in for a visit; nothing is prescribed by this',
  permission: 'repeat.decide',
  params: requestParams,
  response: repeatRequest,
});

export const declineRepeat = defineRoute({
  name: 'declineRepeat',
  method: 'POST',
  path: '/api/repeat-requests/:requestId/refusal',
  summary: 'Decline with a reason that the patient reads',
  permission: 'repeat.decide',
  params: requestParams,
  body: z.strictObject({ reason: text(500, 1) }),
  response: repeatRequest,
});

export const withdrawRepeat = defineRoute({
  name: 'withdrawRepeat',
  method: 'POST',
  path: '/api/repeat-requests/:requestId/withdrawal',
  summary: 'The patient takes the request back',
  permission: 'repeat.ask',
  params: requestParams,
  response: repeatRequest,
});
