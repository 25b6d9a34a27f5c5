import { defineRoute } from '../core/route.ts';
import type { recordExportsSchemas } from './record-exports.schemas.ts';

export type { RecordExport } from './record-exports.schemas.ts';

export const listRecordExports = defineRoute<typeof recordExportsSchemas, 'listRecordExports'>({
  name: 'listRecordExports',
  method: 'GET',
  path: '/api/record-exports',
  permission: 'record.export',
});

export const askForRecordExport = defineRoute<typeof recordExportsSchemas, 'askForRecordExport'>({
  name: 'askForRecordExport',
  method: 'POST',
  path: '/api/record-exports',
  permission: 'record.export',
  status: 201,
});

export const cancelRecordExport = defineRoute<typeof recordExportsSchemas, 'cancelRecordExport'>({
  name: 'cancelRecordExport',
  method: 'POST',
  path: '/api/record-exports/:exportId/cancellation',
  permission: 'record.export',
});

export const makeExportLink = defineRoute<typeof recordExportsSchemas, 'makeExportLink'>({
  name: 'makeExportLink',
  method: 'POST',
  path: '/api/record-exports/:exportId/links',
  permission: 'record.export',
  status: 201,
});

export const fetchRecordExport = defineRoute<typeof recordExportsSchemas, 'fetchRecordExport'>({
  name: 'fetchRecordExport',
  method: 'GET',
  path: '/api/hospitals/:hospital/record-exports/:exportId/archive',
  permission: 'public',
  file: true,
});
