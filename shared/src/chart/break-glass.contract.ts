import { defineRoute } from '../core/route.ts';
import type { breakGlassSchemas } from './break-glass.schemas.ts';

export type { BreakGlass } from './break-glass.schemas.ts';

export const findPatientExactly = defineRoute<typeof breakGlassSchemas, 'findPatientExactly'>({
  name: 'findPatientExactly',
  method: 'POST',
  path: '/api/break-glass/search',
  permission: 'chart.break-glass',
});

export const openByBreakGlass = defineRoute<typeof breakGlassSchemas, 'openByBreakGlass'>({
  name: 'openByBreakGlass',
  method: 'POST',
  path: '/api/patients/:patientId/break-glass',
  permission: 'chart.break-glass',
  confirmation: 'recent',
  status: 201,
});

export const listBreakGlass = defineRoute<typeof breakGlassSchemas, 'listBreakGlass'>({
  name: 'listBreakGlass',
  method: 'GET',
  path: '/api/patients/:patientId/break-glass',
  permission: 'chart.read-looks',
});
