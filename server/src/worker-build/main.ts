import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { provideWorker } from './index.ts';

// `node server/src/worker-build/main.ts FILE`: copies a worker that runs on this machine to FILE, for an image or a package.
const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('Name the file to write the worker to.');
const target = resolve(file);
mkdirSync(dirname(target), { recursive: true });
const worker = await provideWorker({
  mediasoupDirectory: fileURLToPath(new URL('../../../node_modules/mediasoup', import.meta.url)),
  cacheDirectory: `${target}-cache`,
  given: process.env['MEDIASOUP_WORKER_BIN'],
});
copyFileSync(worker, target);
