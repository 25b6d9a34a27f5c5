import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { programsOf, watchPrograms, type Program } from './changes.ts';

it('programsOf names the programs that run a file', () => {
  expect(programsOf('server/src/api/visits/visits.service.ts')).toEqual(['api']);
  expect(programsOf('server/src/media/rooms/room.ts')).toEqual(['media']);
  expect(programsOf('server/src/platform/clock.ts')).toEqual(['api', 'media']);
  expect(programsOf('shared/src/core/errors.ts')).toEqual(['api', 'media']);
  expect(programsOf('migrations/0001-first.ts')).toEqual(['migrate', 'api']);
  expect(programsOf('server/src/api/visits/visits.test.ts')).toEqual([]);
  expect(programsOf('server/src/api/visits/visits.ts~')).toEqual([]);
  expect(programsOf('server/src/main.ts')).toEqual([]);
});

it('watchPrograms reports files that are saved together once', async () => {
  const root = mkdtempSync(join(tmpdir(), 'yunzhen-watch-'));
  for (const folder of ['server/src/api', 'server/src/media', 'shared/src', 'migrations']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  const { promise, resolve } = Promise.withResolvers<readonly Program[]>();
  const stop = watchPrograms(root, resolve);
  writeFileSync(join(root, 'server/src/media/app.ts'), '');
  writeFileSync(join(root, 'server/src/api/app.ts'), '');
  expect([...(await promise)].sort()).toEqual(['api', 'media']);
  stop();
  rmSync(root, { recursive: true });
});
