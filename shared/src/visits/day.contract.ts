import { routesOf } from '../core/route.ts';
import type { daySchemas } from './day.schemas.ts';

export type { DoctorDay } from './day.schemas.ts';

const defineRoute = routesOf<typeof daySchemas>();

export const readDay = defineRoute('readDay', 'GET /api/doctors/me/day', 'queue.read');
