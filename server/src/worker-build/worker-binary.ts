import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Exit code of a mediasoup-worker without MEDIASOUP_VERSION in its environment, which proves that it runs. */
const REFUSES_WITHOUT_VERSION = 41;

/** Returns whether the file is a mediasoup-worker that this machine can run (libraries found, C library new enough). */
export function isWorkingWorker(path: string): boolean {
  if (!existsSync(path)) return false;
  return spawnSync(path, { env: {}, stdio: 'ignore', timeout: 10_000 }).status === REFUSES_WITHOUT_VERSION;
}
