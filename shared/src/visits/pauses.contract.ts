import { routesOf } from '../core/route.ts';
import type { pausesSchemas } from './pauses.schemas.ts';

const defineRoute = routesOf<typeof pausesSchemas>();

export const readPause = defineRoute('readPause', 'GET /api/doctors/me/pause', 'duty.set-own');
export const startPause = defineRoute('startPause', 'PUT /api/doctors/me/pause', 'duty.set-own');
export const endPause = defineRoute('endPause', 'POST /api/doctors/me/pause/ending', 'duty.set-own');
