import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the checkout. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Where our own marks about the installed tree are kept: they go when node_modules goes. */
export const stateDirectory = join(root, 'node_modules', '.cache', 'yunzhen');

/** Reports of a test run, and what its failed browser tests leave behind. */
export const results = join(root, 'test-results');
