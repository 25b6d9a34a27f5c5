import type { VisitsDeps, VisitsParts } from '../visits-parts.ts';
import { strandedVisitsJob } from './stranded-visits.job.ts';
import { StrandedVisitsRepository } from './stranded-visits.repository.ts';
import { StrandedVisitsService } from './stranded-visits.service.ts';
import { registerTransferRoutes } from './transfers.routes.ts';
import { TransfersService } from './transfers.service.ts';

export interface Transfers {
  readonly transfers: TransfersService;
  readonly stranded: StrandedVisitsService;
}

/** Creates the handover of visits: by a colleague, or from a doctor who may no longer treat. */
export function createTransfers({ routes, jobs }: VisitsDeps, parts: VisitsParts): Transfers {
  const transfers = new TransfersService({ ...parts, transfers: parts.transferRows });
  registerTransferRoutes(routes, transfers);
  const stranded = new StrandedVisitsService({ ...parts, transfers, stranded: new StrandedVisitsRepository() });
  jobs.define(strandedVisitsJob(stranded));
  return { transfers, stranded };
}
