import { defineRoute } from '../core/route.ts';
import type { metricsSchemas } from './metrics.schemas.ts';

export type { LiveBoard } from './metrics.schemas.ts';

export const readLiveBoard = defineRoute<typeof metricsSchemas, 'readLiveBoard'>({
  name: 'readLiveBoard',
  method: 'GET',
  path: '/api/metrics/board',
  permission: 'metrics.read',
});
