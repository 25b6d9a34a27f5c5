import { routesOf } from '../core/route.ts';
import type { repeatRequestsSchemas } from './repeat-requests.schemas.ts';

export type { RepeatRequest, RepeatQuery } from './repeat-requests.schemas.ts';

const defineRoute = routesOf<typeof repeatRequestsSchemas>();

export const askRepeat = defineRoute(
  'askRepeat',
  'POST /api/prescriptions/:prescriptionId/repeat-requests',
  'repeat.ask',
  { status: 201 },
);
export const listRepeatRequests = defineRoute('listRepeatRequests', 'GET /api/repeat-requests', 'repeat.read');
export const acceptRepeat = defineRoute(
  'acceptRepeat',
  'POST /api/repeat-requests/:requestId/acceptance',
  'repeat.decide',
);
export const declineRepeat = defineRoute(
  'declineRepeat',
  'POST /api/repeat-requests/:requestId/refusal',
  'repeat.decide',
);
export const withdrawRepeat = defineRoute(
  'withdrawRepeat',
  'POST /api/repeat-requests/:requestId/withdrawal',
  'repeat.ask',
);
