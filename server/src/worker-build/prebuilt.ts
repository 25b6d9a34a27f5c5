import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkingWorker } from './worker-binary.ts';

/** How long mediasoup's own download may take, connection attempts to an unreachable host included. */
const TIMEOUT_MS = 60_000;

/**
 * Lets mediasoup's install step fetch the prebuilt worker of its release.
 * @returns path of the fetched binary, or undefined where the release can't be reached or its binary does not run here
 */
export function downloadPrebuilt(mediasoupDirectory: string): string | undefined {
  const binary = join(mediasoupDirectory, 'worker', 'out', 'Release', 'mediasoup-worker');
  if (isWorkingWorker(binary)) return binary;
  // When there is nothing to download the step would go on to build with Python; a Python that always fails ends it there.
  const { MEDIASOUP_WORKER_BIN: _own, MEDIASOUP_SKIP_WORKER_PREBUILT_DOWNLOAD: _skip, ...environment } = process.env;
  const step = spawnSync(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
    cwd: mediasoupDirectory,
    env: { ...environment, PYTHON: 'false' },
    stdio: 'ignore',
    timeout: TIMEOUT_MS,
  });
  if (step.status === 0 && isWorkingWorker(binary)) return binary;
  rmSync(join(mediasoupDirectory, 'worker', 'out'), { recursive: true, force: true });
  return undefined;
}
