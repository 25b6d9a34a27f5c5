import { routesOf } from '../core/route.ts';
import type { reportSchemas } from './report.schemas.ts';

const defineRoute = routesOf<typeof reportSchemas>();

export const readReport = defineRoute('readReport', 'GET /api/metrics/report', 'metrics.read-hospital', {
  confirmation: 'recent',
  file: true,
});
