import { join } from 'node:path';
import { root } from '../paths.ts';
import { nodeOptions, run } from '../processes.ts';

/** `npm run audit:verify`: checks the chain of audit and domain events of each hospital. Exit code 1: a chain is broken. */
export function verifyAudit(rest: readonly string[]): Promise<number> {
  return run(process.execPath, [...nodeOptions, join(root, 'server', 'src', 'api', 'audit-verify.main.ts'), ...rest]);
}
