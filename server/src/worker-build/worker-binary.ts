import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Exit code of a mediasoup-worker that was started without MEDIASOUP_VERSION in its environment: it runs, and refuses. */
const REFUSES_WITHOUT_VERSION = 41;

/** Whether the file is a mediasoup-worker that this machine can execute (its libraries are found, its C library is new enough). */
export function isWorkingWorker(path: string): boolean {
  if (!existsSync(path)) return false;
  return spawnSync(path, { env: {}, stdio: 'ignore', timeout: 10_000 }).status === REFUSES_WITHOUT_VERSION;
}
