import { setPriority } from '@yunzhen/shared/visits/triage.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { TriageService } from './triage.service.ts';

export function registerTriageRoutes(routes: RouteRegistrar, triage: TriageService): void {
  routes.route(setPriority, (context, { params, body }) => triage.set(context, params.visitId, body));
}
