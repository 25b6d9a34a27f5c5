import { fileJudge } from '../../../platform/files/file-judge.ts';
import type { DirectoryDeps } from '../directory-deps.ts';
import { registerPortraitRoutes } from './portraits.routes.ts';
import { PortraitsRepository } from './portraits.repository.ts';
import { PortraitsService } from './portraits.service.ts';

/** Pictures of doctors. */
export function createPortraits({ transactions, routes, log, administration: { hospitals } }: DirectoryDeps): void {
  const portraits = new PortraitsRepository();
  registerPortraitRoutes(routes, new PortraitsService({ transactions, hospitals, portraits, judge: fileJudge(log) }));
}
