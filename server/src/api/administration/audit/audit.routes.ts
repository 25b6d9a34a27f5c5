import { Readable } from 'node:stream';
import {
  checkAuditChain,
  exportAuditEvents,
  exportAuditProof,
  findAuditPatients,
  listAuditEvents,
} from '@yunzhen/shared/administration/audit.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ProofsService } from './proofs.service.ts';
import type { ChainCheckService } from './chain-check.service.ts';
import type { AuditService } from './audit.service.ts';

export function registerAuditRoutes(
  routes: RouteRegistrar,
  audit: AuditService,
  chain: ChainCheckService,
  proofs: ProofsService,
): void {
  routes.route(listAuditEvents, (context, { query }) => audit.list(context, query));
  routes.route(findAuditPatients, (context, { body }) => audit.findPatients(context, body.text));
  routes.route(checkAuditChain, (context, { query }) => chain.step(context, query.after));
  routes.route(exportAuditProof, async (context, { params }, reply) => {
    const archive = await proofs.export(context, params.visitId);
    void reply
      .type('application/zip')
      .header('content-disposition', `attachment; filename="audit-proof-${params.visitId}.zip"`);
    return archive;
  });
  routes.route(exportAuditEvents, async (context, { query }, reply) => {
    const lines = await audit.export(context, query);
    void reply
      .type('text/csv; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="audit.csv"');
    // A disconnecting client ends the stream, which stops the reading.
    return Readable.from(lines, { objectMode: false });
  });
}
