import { join } from 'node:path';
import { provideWorker } from '../server/src/worker-build/index.ts';
import { cacheDirectory } from './node-runtime.mjs';
import { root } from './paths.ts';

/** Provides a media worker and passes its path to every started program. */
export async function ensureWorker(): Promise<void> {
  process.env['MEDIASOUP_WORKER_BIN'] = await provideWorker({
    mediasoupDirectory: join(root, 'node_modules', 'mediasoup'),
    cacheDirectory,
    given: process.env['MEDIASOUP_WORKER_BIN'],
  });
}
