import { defineRoute } from '../core/route.ts';
import type { pushSchemas } from './push.schemas.ts';

export type { PushDevice } from './push.schemas.ts';

export const listPushDevices = defineRoute<typeof pushSchemas, 'listPushDevices'>({
  name: 'listPushDevices',
  method: 'GET',
  path: '/api/push',
  permission: 'notification.read-own',
});

export const addPushDevice = defineRoute<typeof pushSchemas, 'addPushDevice'>({
  name: 'addPushDevice',
  method: 'POST',
  path: '/api/push',
  permission: 'notification.read-own',
  status: 201,
});

export const removePushDevice = defineRoute<typeof pushSchemas, 'removePushDevice'>({
  name: 'removePushDevice',
  method: 'DELETE',
  path: '/api/push/:pushSubscriptionId',
  permission: 'notification.read-own',
  status: 204,
});
