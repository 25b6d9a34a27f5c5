import type { ApiDeps } from '../../module.ts';
import type { AuthModule } from '../auth/index.ts';
import { MetricsRepository } from './metrics.repository.ts';
import { registerMetricsRoutes } from './metrics.routes.ts';
import { MetricsService } from './metrics.service.ts';

/** The figures of the hospital, counted from domain events. Nobody imports this. */
export function createMetricsModule(deps: ApiDeps, auth: AuthModule): void {
  registerMetricsRoutes(deps.routes, new MetricsService(deps.transactions, new MetricsRepository(), auth.hospitals));
}
