import { join } from 'node:path';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';

/** `npm run files -- move --to=s3|postgres` moves files between the stores; `npm run files -- check` reads every file. Exit code 1: a file is missing. */
export function files(rest: readonly string[]): Promise<number> {
  return run(process.execPath, [...nodeOptions, join(root, 'server', 'src', 'api', 'files.main.ts'), ...rest]);
}
