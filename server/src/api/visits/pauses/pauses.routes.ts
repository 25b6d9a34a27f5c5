import { endPause, readPause, startPause } from '@yunzhen/shared/visits/pauses.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { PausesService } from './pauses.service.ts';

export function registerPauseRoutes(routes: RouteRegistrar, pauses: PausesService): void {
  routes.route(readPause, (context) => pauses.read(context));
  routes.route(startPause, (context, { body }) => pauses.start(context, body));
  routes.route(endPause, (context) => pauses.end(context));
}
