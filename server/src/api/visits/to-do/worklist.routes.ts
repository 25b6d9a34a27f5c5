import { countWork, listWork } from '@yunzhen/shared/visits/worklist.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { WorklistService } from './worklist.service.ts';

export function registerWorklistRoutes(routes: RouteRegistrar, worklist: WorklistService): void {
  routes.route(listWork, (context, { query }) => worklist.list(context, query));
  routes.route(countWork, (context) => worklist.count(context));
}
