import { listAuditEvents } from '@yunzhen/shared/contract/audit';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { AuditService } from './audit.service.ts';

export function registerAuditRoutes(routes: RouteRegistrar, audit: AuditService): void {
  routes.route(listAuditEvents, (context, { query }) => audit.list(context, query));
}
