import { join } from 'node:path';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';

const program = (name: string) => join(root, 'server', 'src', 'backup', name);

/** `npm run backup`: takes a backup of the running single machine now. `--list` lists backups, `--new-key=FILE` generates a key pair. */
export function backup(rest: readonly string[]): Promise<number> {
  return run(process.execPath, [...nodeOptions, program('take.main.ts'), ...rest]);
}

/** `npm run restore`: restores a backup into a new data folder. */
export function restore(rest: readonly string[]): Promise<number> {
  return run(process.execPath, [...nodeOptions, program('restore.main.ts'), ...rest]);
}
