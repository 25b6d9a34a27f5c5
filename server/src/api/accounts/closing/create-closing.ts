import type { ApiDeps } from '../../core/area-deps.ts';
import type { AuthModule } from '../index.ts';
import type { FamilyModule } from '../family/create-family.ts';
import type { Notify } from '../../notifications/index.ts';
import { closingJob } from './closing.job.ts';
import { ClosingRepository } from './closing.repository.ts';
import { registerClosingRoutes } from './closing.routes.ts';
import { ClosingService } from './closing.service.ts';

/** Accounts that their holders close. */
export function createClosingModule(deps: ApiDeps, auth: AuthModule, family: FamilyModule, notify: Notify): void {
  const { transactions, log } = deps;
  const parts = { transactions, closings: new ClosingRepository(), family, notify };
  registerClosingRoutes(deps.routes, new ClosingService({ ...parts, confirmPerson: auth.confirmPerson }));
  deps.jobs.define(closingJob({ ...parts, endSessions: auth.endSessionsOf, log }));
}
