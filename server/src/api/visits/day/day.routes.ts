import { readDay } from '@yunzhen/shared/visits/day.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { DayService } from './day.service.ts';

export function registerDayRoutes(routes: RouteRegistrar, day: DayService): void {
  routes.route(readDay, (context, { query }) => day.read(context, query.day));
}
