import { defineRoute } from '../core/route.ts';
import type { reportSchemas } from './report.schemas.ts';

export const readReport = defineRoute<typeof reportSchemas, 'readReport'>({
  name: 'readReport',
  method: 'GET',
  path: '/api/metrics/report',
  permission: 'metrics.read-hospital',
  confirmation: 'recent',
  file: true,
});
