import { defineRoute } from '../core/route.ts';
import type { figuresSchemas } from './figures.schemas.ts';

export type { Grain } from './figures.constants.ts';

export type { FigureCell, FigureSeries, BreakdownRow, FigureBreakdown } from './figures.schemas.ts';

export const readFigures = defineRoute<typeof figuresSchemas, 'readFigures'>({
  name: 'readFigures',
  method: 'GET',
  path: '/api/metrics/figures',
  permission: 'metrics.read',
});

export const exportFigures = defineRoute<typeof figuresSchemas, 'exportFigures'>({
  name: 'exportFigures',
  method: 'GET',
  path: '/api/metrics/figures.csv',
  permission: 'metrics.read',
  confirmation: 'recent',
  file: true,
});

export const readBreakdown = defineRoute<typeof figuresSchemas, 'readBreakdown'>({
  name: 'readBreakdown',
  method: 'GET',
  path: '/api/metrics/breakdown',
  permission: 'metrics.read',
});

export const exportBreakdown = defineRoute<typeof figuresSchemas, 'exportBreakdown'>({
  name: 'exportBreakdown',
  method: 'GET',
  path: '/api/metrics/breakdown.csv',
  permission: 'metrics.read',
  confirmation: 'recent',
  file: true,
});

export const readFigureDefinitions = defineRoute<typeof figuresSchemas, 'readFigureDefinitions'>({
  name: 'readFigureDefinitions',
  method: 'GET',
  path: '/api/metrics/definitions',
  permission: 'metrics.read',
});
