import { routesOf } from '../core/route.ts';
import type { uploadsSchemas } from './uploads.schemas.ts';

export type { ChartDocument } from './uploads.schemas.ts';

const defineRoute = routesOf<typeof uploadsSchemas>();

export const listChartDocuments = defineRoute(
  'listChartDocuments',
  'GET /api/patients/:patientId/documents',
  'chart.read',
);
export const uploadChartDocument = defineRoute(
  'uploadChartDocument',
  'PUT /api/patients/:patientId/documents/:documentId',
  'chart.propose',
);
export const nameChartDocument = defineRoute(
  'nameChartDocument',
  'POST /api/patients/:patientId/documents/:documentId/title',
  'chart.propose',
);
export const readChartDocument = defineRoute(
  'readChartDocument',
  'GET /api/patients/:patientId/documents/:documentId',
  'chart.read',
  { file: true },
);
