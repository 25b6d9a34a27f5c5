import { join } from 'node:path';
import { compileCache } from '../compile-cache.ts';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';
import { ensureWebBuild } from '../web-build.ts';
import { ensureWorker } from '../worker.ts';

/** `npm start`: runs the whole hospital on this machine. */
export async function serve(rest: readonly string[]): Promise<number> {
  await ensureWebBuild();
  await ensureWorker();
  return run(process.execPath, [...nodeOptions, join(root, 'server', 'src', 'main.ts'), ...rest], {
    env: compileCache,
  });
}
