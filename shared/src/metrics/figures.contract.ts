import { routesOf } from '../core/route.ts';
import type { figuresSchemas } from './figures.schemas.ts';

export type { Grain } from './figures.constants.ts';

export type { FigureCell, FigureSeries, BreakdownRow, FigureBreakdown } from './figures.schemas.ts';

const defineRoute = routesOf<typeof figuresSchemas>();

export const readFigures = defineRoute('readFigures', 'GET /api/metrics/figures', 'metrics.read');
export const exportFigures = defineRoute('exportFigures', 'GET /api/metrics/figures.csv', 'metrics.read', {
  confirmation: 'recent',
  file: true,
});
export const readBreakdown = defineRoute('readBreakdown', 'GET /api/metrics/breakdown', 'metrics.read');
export const exportBreakdown = defineRoute('exportBreakdown', 'GET /api/metrics/breakdown.csv', 'metrics.read', {
  confirmation: 'recent',
  file: true,
});
export const readFigureDefinitions = defineRoute(
  'readFigureDefinitions',
  'GET /api/metrics/definitions',
  'metrics.read',
);
