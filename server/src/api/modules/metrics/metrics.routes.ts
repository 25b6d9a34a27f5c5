import { readDailyFigures, readLiveBoard } from '@yunzhen/shared/contract/metrics';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { MetricsService } from './metrics.service.ts';

export function registerMetricsRoutes(routes: RouteRegistrar, metrics: MetricsService): void {
  routes.route(readLiveBoard, (context) => metrics.readBoard(context));
  routes.route(readDailyFigures, (context, { query }) => metrics.readDaily(context, query.days));
}
