import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Our own state of the installed tree: deleted with node_modules. */
export const stateDirectory = join(root, 'node_modules', '.cache', 'yunzhen');

/** Reports of a test run, and artefacts of failed browser tests. */
export const results = join(root, 'test-results');
