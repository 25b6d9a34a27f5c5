import { routesOf } from '../core/route.ts';
import type { recordExportsSchemas } from './record-exports.schemas.ts';

export type { RecordExport } from './record-exports.schemas.ts';

const defineRoute = routesOf<typeof recordExportsSchemas>();

export const listRecordExports = defineRoute('listRecordExports', 'GET /api/record-exports', 'record.export');
export const askForRecordExport = defineRoute('askForRecordExport', 'POST /api/record-exports', 'record.export', {
  status: 201,
});
export const cancelRecordExport = defineRoute(
  'cancelRecordExport',
  'POST /api/record-exports/:exportId/cancellation',
  'record.export',
);
export const makeExportLink = defineRoute(
  'makeExportLink',
  'POST /api/record-exports/:exportId/links',
  'record.export',
  { status: 201 },
);
export const fetchRecordExport = defineRoute(
  'fetchRecordExport',
  'GET /api/hospitals/:hospital/record-exports/:exportId/archive',
  'public',
  { file: true },
);
