import { defineRoute } from '../core/route.ts';
import type { daySchemas } from './day.schemas.ts';

export type { DoctorDay } from './day.schemas.ts';

export const readDay = defineRoute<typeof daySchemas, 'readDay'>({
  name: 'readDay',
  method: 'GET',
  path: '/api/doctors/me/day',
  permission: 'queue.read',
});
