import { defineRoute } from '../core/route.ts';
import type { repeatRequestsSchemas } from './repeat-requests.schemas.ts';

export type { RepeatRequest, RepeatQuery } from './repeat-requests.schemas.ts';

export const askRepeat = defineRoute<typeof repeatRequestsSchemas, 'askRepeat'>({
  name: 'askRepeat',
  method: 'POST',
  path: '/api/prescriptions/:prescriptionId/repeat-requests',
  permission: 'repeat.ask',
  status: 201,
});

export const listRepeatRequests = defineRoute<typeof repeatRequestsSchemas, 'listRepeatRequests'>({
  name: 'listRepeatRequests',
  method: 'GET',
  path: '/api/repeat-requests',
  permission: 'repeat.read',
});

export const acceptRepeat = defineRoute<typeof repeatRequestsSchemas, 'acceptRepeat'>({
  name: 'acceptRepeat',
  method: 'POST',
  path: '/api/repeat-requests/:requestId/acceptance',
  permission: 'repeat.decide',
});

export const declineRepeat = defineRoute<typeof repeatRequestsSchemas, 'declineRepeat'>({
  name: 'declineRepeat',
  method: 'POST',
  path: '/api/repeat-requests/:requestId/refusal',
  permission: 'repeat.decide',
});

export const withdrawRepeat = defineRoute<typeof repeatRequestsSchemas, 'withdrawRepeat'>({
  name: 'withdrawRepeat',
  method: 'POST',
  path: '/api/repeat-requests/:requestId/withdrawal',
  permission: 'repeat.ask',
});
