import type { ApiDeps } from '../../core/area-deps.ts';
import { registerWorklistRoutes } from './worklist.routes.ts';
import { WorklistRepository } from './worklist.repository.ts';
import { WorklistService } from './worklist.service.ts';

/** What doctors have still to do, gathered from wherever it is kept. It changes nothing: each is done where it belongs. */
export function createWorklistModule({ transactions, routes }: ApiDeps): void {
  registerWorklistRoutes(routes, new WorklistService(transactions, new WorklistRepository()));
}
