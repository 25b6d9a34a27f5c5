import { fileURLToPath } from 'node:url';
import type { Logger } from '../platform/logging/logger.ts';
import { startStep } from '../platform/process/step.ts';

/**
 * Starts a process that writes the figures of the demo year, so that the first start does not wait for it. Calls `done` when it has ended, successful
 * or not; the next start retries it. Returns a function that stops it.
 */
export function startDemoYear(ownerUrl: string, log: Logger, done: () => void): () => void {
  const { ended, stop } = startStep({
    name: 'demo-year',
    program: fileURLToPath(new URL('./year.main.ts', import.meta.url)),
    env: { DATABASE_OWNER_URL: ownerUrl },
  });
  ended
    .catch((error: unknown) =>
      log.warn({ reason: (error as Error).message }, 'demo year is incomplete, continuing at the next start'),
    )
    .finally(done);
  return stop;
}
