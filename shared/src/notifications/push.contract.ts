import { routesOf } from '../core/route.ts';
import type { pushSchemas } from './push.schemas.ts';

export type { PushDevice } from './push.schemas.ts';

const defineRoute = routesOf<typeof pushSchemas>();

export const listPushDevices = defineRoute('listPushDevices', 'GET /api/push', 'notification.read-own');
export const addPushDevice = defineRoute('addPushDevice', 'POST /api/push', 'notification.read-own', { status: 201 });
export const removePushDevice = defineRoute(
  'removePushDevice',
  'DELETE /api/push/:pushSubscriptionId',
  'notification.read-own',
  { status: 204 },
);
