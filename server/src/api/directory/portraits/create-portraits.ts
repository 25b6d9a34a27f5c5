import type { ApiDeps } from '../../core/area-deps.ts';
import type { HospitalsService } from '../../administration/index.ts';
import { fileJudge } from '../../../platform/files/file-judge.ts';
import { registerPortraitRoutes } from './portraits.routes.ts';
import { PortraitsRepository } from './portraits.repository.ts';
import { PortraitsService } from './portraits.service.ts';

/** Pictures of doctors. */
export function createPortraitsModule({ transactions, routes, log }: ApiDeps, hospitals: HospitalsService): void {
  const parts = { transactions, hospitals, judge: fileJudge(log), portraits: new PortraitsRepository() };
  registerPortraitRoutes(routes, new PortraitsService(parts));
}
