import { join } from 'node:path';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';

/** `npm run move -- send|receive|give-up|delete|map|new-key …` moves a hospital between two installations: docs/operations/moving-a-hospital.md. */
export function move(rest: readonly string[]): Promise<number> {
  return run(process.execPath, [...nodeOptions, join(root, 'server', 'src', 'move', 'main.ts'), ...rest]);
}
