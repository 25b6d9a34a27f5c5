import { routesOf } from '../core/route.ts';
import type { breakGlassSchemas } from './break-glass.schemas.ts';

export type { BreakGlass } from './break-glass.schemas.ts';

const defineRoute = routesOf<typeof breakGlassSchemas>();

export const findPatientExactly = defineRoute(
  'findPatientExactly',
  'POST /api/break-glass/search',
  'chart.break-glass',
);
export const openByBreakGlass = defineRoute(
  'openByBreakGlass',
  'POST /api/patients/:patientId/break-glass',
  'chart.break-glass',
  { confirmation: 'recent', status: 201 },
);
export const listBreakGlass = defineRoute(
  'listBreakGlass',
  'GET /api/patients/:patientId/break-glass',
  'chart.read-looks',
);
