import { join } from 'node:path';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';

/** `npm run migrate`: migrates the database at DATABASE_OWNER_URL, before the api starts. */
export function migrate(rest: readonly string[]): Promise<number> {
  return run(process.execPath, [...nodeOptions, ...rest, join(root, 'server', 'src', 'migrate', 'main.ts')]);
}
