import { fileURLToPath } from 'node:url';
import type { Logger } from '../platform/logging/logger.ts';
import { startStep } from '../platform/process/step.ts';

/**
 * Has the figures of the demo year written by a process of its own, so that the first start need not wait for them. `done` is
 * called when it has ended, whether or not it came to its end: it is tried again at the next start. Returns how to stop it.
 */
export function startDemoYear(ownerUrl: string, log: Logger, done: () => void): () => void {
  const { ended, stop } = startStep({
    name: 'demo-year',
    program: fileURLToPath(new URL('./year.main.ts', import.meta.url)),
    env: { DATABASE_OWNER_URL: ownerUrl },
  });
  ended
    .catch((error: unknown) =>
      log.warn({ reason: (error as Error).message }, 'the demo year is not whole: the next start writes it'),
    )
    .finally(done);
  return stop;
}
