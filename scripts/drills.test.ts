import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordedDrills } from './drills.ts';
import { root } from './paths.ts';

const page = readFileSync(join(root, 'docs/operations/drills.md'), 'utf8');

it('docs/operations/drills.md records a run of every drill, and no other', () => {
  const drills = globSync('*.drill.ts', { cwd: join(root, 'test/drills') }).map((file) =>
    file.replace('.drill.ts', ''),
  );
  expect(recordedDrills(page).map(({ name }) => name)).toEqual(drills.toSorted());
  for (const { result } of recordedDrills(page)) expect(result).not.toBe('');
});

it('docs/operations/drills.md names tests that exist', () => {
  // The second table: tests that are drills themselves.
  const named = [...page.matchAll(/^\|.*\| `(test\/[\w./-]+\.ts)` +\|$/gm)].map(([, file]) => file ?? '');
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
