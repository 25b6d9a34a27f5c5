import type { ApiDeps } from '../../core/area-deps.ts';
import { AuditRepository } from './audit.repository.ts';
import { registerAuditRoutes } from './audit.routes.ts';
import { AuditService } from './audit.service.ts';

/** Reading the audit trail. It is written by each module’s own transactions; nobody imports this. */
export function createAuditModule(deps: ApiDeps): void {
  registerAuditRoutes(deps.routes, new AuditService(deps.transactions, new AuditRepository()));
}
