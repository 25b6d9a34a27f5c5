import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordedDrills, testsOfDrills } from './drills.ts';
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
  expect(testsOfDrills(page).length).toBeGreaterThan(10);
  expect(testsOfDrills(page).filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
