import { defineRoute } from '../core/route.ts';
import type { viewsSchemas } from './views.schemas.ts';

export type { Funnel, HeatMap, Forecast, SafetyFigures, CallOutcomes } from './views.schemas.ts';

export const readFunnel = defineRoute<typeof viewsSchemas, 'readFunnel'>({
  name: 'readFunnel',
  method: 'GET',
  path: '/api/metrics/funnel',
  permission: 'metrics.read',
});

export const readHeatMap = defineRoute<typeof viewsSchemas, 'readHeatMap'>({
  name: 'readHeatMap',
  method: 'GET',
  path: '/api/metrics/heat-map',
  permission: 'metrics.read',
});

export const readForecast = defineRoute<typeof viewsSchemas, 'readForecast'>({
  name: 'readForecast',
  method: 'GET',
  path: '/api/metrics/forecast',
  permission: 'metrics.read',
});

export const readSafetyFigures = defineRoute<typeof viewsSchemas, 'readSafetyFigures'>({
  name: 'readSafetyFigures',
  method: 'GET',
  path: '/api/metrics/safety',
  permission: 'metrics.read',
});

export const readCallOutcomes = defineRoute<typeof viewsSchemas, 'readCallOutcomes'>({
  name: 'readCallOutcomes',
  method: 'GET',
  path: '/api/metrics/call-outcomes',
  permission: 'metrics.read',
});
