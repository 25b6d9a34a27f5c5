import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { compileCache } from '../compile-cache.ts';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';
import { ensureWebBuild } from '../web-build.ts';
import { ensureWorker } from '../worker.ts';

/** `npm run bench -- NAME …`: runs one measurement; without a name, lists them. */
export async function bench([name, ...rest]: readonly string[]): Promise<number> {
  const folder = join(root, 'test', 'bench');
  const file = join(folder, `${name}.bench.ts`);
  if (!name || !existsSync(file)) {
    const names = globSync('*.bench.ts', { cwd: folder }).map((entry) => entry.replace(/\.bench\.ts$/, ''));
    throw new Error(`Name one of these measurements: ${names.sort().join(', ') || '(there are none yet)'}`);
  }
  await ensureWorker();
  // Browser benches open the built pages, which must not be stale.
  await ensureWebBuild();
  return run(process.execPath, [...nodeOptions, join(folder, 'run.ts'), `./${name}.bench.ts`, ...rest], {
    env: compileCache,
  });
}
