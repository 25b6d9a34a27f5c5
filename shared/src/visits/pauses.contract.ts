import { defineRoute } from '../core/route.ts';
import type { pausesSchemas } from './pauses.schemas.ts';

export const readPause = defineRoute<typeof pausesSchemas, 'readPause'>({
  name: 'readPause',
  method: 'GET',
  path: '/api/doctors/me/pause',
  permission: 'duty.set-own',
});

export const startPause = defineRoute<typeof pausesSchemas, 'startPause'>({
  name: 'startPause',
  method: 'PUT',
  path: '/api/doctors/me/pause',
  permission: 'duty.set-own',
});

export const endPause = defineRoute<typeof pausesSchemas, 'endPause'>({
  name: 'endPause',
  method: 'POST',
  path: '/api/doctors/me/pause/ending',
  permission: 'duty.set-own',
});
