import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { StartError } from './start-failure.ts';

/** Throws `StartError` when the given media worker is missing or may not be run. Without one, the provided worker is used. */
export async function assertWorkerRuns(program: string | undefined): Promise<void> {
  if (!program) return;
  try {
    await access(program, constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartError(`MEDIASOUP_WORKER_BIN: ${program} cannot be run (${code}).`, { cause: error });
  }
}
