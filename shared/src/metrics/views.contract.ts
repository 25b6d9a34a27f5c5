import { routesOf } from '../core/route.ts';
import type { viewsSchemas } from './views.schemas.ts';

export type { Funnel, HeatMap, Forecast, SafetyFigures, CallOutcomes } from './views.schemas.ts';

const defineRoute = routesOf<typeof viewsSchemas>();

export const readFunnel = defineRoute('readFunnel', 'GET /api/metrics/funnel', 'metrics.read');
export const readHeatMap = defineRoute('readHeatMap', 'GET /api/metrics/heat-map', 'metrics.read');
export const readForecast = defineRoute('readForecast', 'GET /api/metrics/forecast', 'metrics.read');
export const readSafetyFigures = defineRoute('readSafetyFigures', 'GET /api/metrics/safety', 'metrics.read');
export const readCallOutcomes = defineRoute('readCallOutcomes', 'GET /api/metrics/call-outcomes', 'metrics.read');
