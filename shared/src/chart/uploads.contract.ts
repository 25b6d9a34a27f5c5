import { defineRoute } from '../core/route.ts';
import type { uploadsSchemas } from './uploads.schemas.ts';

export type { ChartDocument } from './uploads.schemas.ts';

export const listChartDocuments = defineRoute<typeof uploadsSchemas, 'listChartDocuments'>({
  name: 'listChartDocuments',
  method: 'GET',
  path: '/api/patients/:patientId/documents',
  permission: 'chart.read',
});

export const uploadChartDocument = defineRoute<typeof uploadsSchemas, 'uploadChartDocument'>({
  name: 'uploadChartDocument',
  method: 'PUT',
  path: '/api/patients/:patientId/documents/:documentId',
  permission: 'chart.propose',
});

export const nameChartDocument = defineRoute<typeof uploadsSchemas, 'nameChartDocument'>({
  name: 'nameChartDocument',
  method: 'POST',
  path: '/api/patients/:patientId/documents/:documentId/title',
  permission: 'chart.propose',
});

export const readChartDocument = defineRoute<typeof uploadsSchemas, 'readChartDocument'>({
  name: 'readChartDocument',
  method: 'GET',
  path: '/api/patients/:patientId/documents/:documentId',
  permission: 'chart.read',
  file: true,
});
