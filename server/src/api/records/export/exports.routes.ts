import { Readable } from 'node:stream';
import * as contract from '@yunzhen/shared/records/record-exports.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ExportsService } from './exports.service.ts';
import type { HandingOver } from './handing-over.service.ts';

export function registerExportRoutes(routes: RouteRegistrar, exports: ExportsService, handingOver: HandingOver): void {
  routes.route(contract.listRecordExports, (context) => exports.list(context));
  routes.route(contract.askForRecordExport, (context, { body }) => exports.ask(context, body));
  routes.route(contract.cancelRecordExport, (context, { params }) => exports.cancel(context, params.exportId));
  routes.route(contract.makeExportLink, (context, { params, body }) => exports.link(context, params.exportId, body));
  routes.openRoute(contract.fetchRecordExport, async (context, { params, query }, reply) => {
    const { name, bytes, content } = await handingOver.fetch(context, params.hospital, params.exportId, query.key);
    void reply
      .type('application/zip')
      .header('content-length', bytes)
      .header('content-disposition', `attachment; filename="${name}"`)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'private, no-store');
    // When the client disconnects, the stream ends and reading stops.
    return Readable.from(content, { objectMode: false });
  });
}
