import { chmodSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { buildSettings, buildWorker } from './build.ts';
import { workerCacheName } from './cache-key.ts';
import { withFileLock } from './file-lock.ts';
import { overlayFiles } from './overlay-files.ts';
import { downloadPrebuilt } from './prebuilt.ts';
import { isWorkingWorker } from './worker-binary.ts';

export interface WorkerRequest {
  /** The installed npm package, `node_modules/mediasoup`. */
  readonly mediasoupDirectory: string;
  /** Where binaries are cached beyond this checkout. */
  readonly cacheDirectory: string;
  /** The value of MEDIASOUP_WORKER_BIN. */
  readonly given?: string | undefined;
}

/**
 * Returns the path of a mediasoup-worker that runs on this machine: the configured one, the cached one, mediasoup's prebuilt one, or one built here.
 * @throws Error that says what to do when none is available
 */
export async function provideWorker(request: WorkerRequest): Promise<string> {
  if (request.given) {
    if (isWorkingWorker(request.given)) return request.given;
    throw new Error(`MEDIASOUP_WORKER_BIN names ${request.given}, which is not a mediasoup-worker that runs here.`);
  }
  const target = join(request.cacheDirectory, cacheName(request.mediasoupDirectory));
  if (isWorkingWorker(target)) return target;
  const waiting = (owner: number) => report(`waiting for process ${owner}, which is preparing the media worker`);
  return withFileLock(`${target}.lock`, () => prepare(request.mediasoupDirectory, target), waiting);
}

async function prepare(mediasoupDirectory: string, target: string): Promise<string> {
  if (isWorkingWorker(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  report('fetching the prebuilt media worker …');
  const prebuilt = downloadPrebuilt(mediasoupDirectory);
  const fresh = `${target}.new`;
  rmSync(fresh, { force: true });
  if (prebuilt) {
    copyFileSync(prebuilt, fresh);
  } else {
    report('no prebuilt media worker is available for this machine, building it once: about five minutes on two cores');
    await buildWorker(join(mediasoupDirectory, 'worker'), fresh);
  }
  chmodSync(fresh, 0o755);
  if (!isWorkingWorker(fresh)) throw new Error(`The media worker was built as ${fresh} but does not run here.`);
  renameSync(fresh, target);
  return target;
}

function cacheName(mediasoupDirectory: string): string {
  const { version } = JSON.parse(readFileSync(join(mediasoupDirectory, 'package.json'), 'utf8')) as { version: string };
  const inputs = overlayFiles().set('settings', JSON.stringify(buildSettings));
  return workerCacheName(version, process.platform, process.arch, inputs);
}

function report(message: string): void {
  process.stderr.write(`yunzhen: ${message}\n`);
}
