import { globSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';
import { ensureWorker } from '../worker.ts';

/** `npm run fuzz -- NAME [seconds] [seed]`: sends hostile input to a real server; the same seed sends the same. */
export async function fuzz([name = '', ...rest]: readonly string[]): Promise<number> {
  const folder = join(root, 'test', 'fuzz');
  const names = globSync('*.fuzz.ts', { cwd: folder }).map((entry) => entry.replace(/\.fuzz\.ts$/, ''));
  if (!names.includes(name)) throw new Error(`Name one of these targets: ${names.sort().join(', ')}`);
  if (name === 'media') await ensureWorker();
  return run(process.execPath, [...nodeOptions, join(folder, 'run.ts'), name, ...rest]);
}
