import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './cruise.ts';

/** Loops in which a failure stops the rest on purpose, or is handled. */
const allowed = [
  // Handles each failure: the next run is an hour later.
  'server/src/api/administration/audit/anchors.service.ts',
  // Publishes only.
  'server/src/api/metrics/index.ts',
  // A wrong key must stop the start.
  'server/src/api/start-checks.ts',
];

it('work for all hospitals does not stop at one that fails', () => {
  const files = globSync('server/src/{api,platform}/**/*.ts', { cwd: root });
  const looping = files.filter((file) => /of await [\w.]*\.hospitals\(\)/.test(readFileSync(join(root, file), 'utf8')));
  expect(looping.toSorted()).toEqual(allowed.toSorted());
});
