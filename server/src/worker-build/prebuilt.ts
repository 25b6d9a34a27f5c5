import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkingWorker } from './worker-binary.ts';

/** Timeout of mediasoup's own download, including connection attempts. */
const TIMEOUT_MS = 60_000;

/**
 * Runs mediasoup's install step to download the prebuilt worker of its release.
 * @returns path of the binary, or undefined when the download fails or the binary does not run here
 */
export function downloadPrebuilt(mediasoupDirectory: string): string | undefined {
  const binary = join(mediasoupDirectory, 'worker', 'out', 'Release', 'mediasoup-worker');
  if (isWorkingWorker(binary)) return binary;
  // Without a download the step would build with Python; a Python that always fails stops it there.
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
