import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './paths.ts';
import { starter } from './verbs/bundle.ts';

it('every command of bin/yunzhen is an existing program', () => {
  const programs = [...starter.matchAll(/program=(\S+)/g)].map(([, program]) => program ?? '');
  expect(programs).toContain('main');
  expect(programs.filter((program) => !existsSync(join(root, 'server/src', `${program}.ts`)))).toEqual([]);
});

it('bin/yunzhen names its commands when it gets another one', () => {
  const { status, stderr } = spawnSync('sh', ['-s', 'restor'], { input: starter, encoding: 'utf8' });
  expect(status).toBe(64);
  expect(stderr).toContain('there is no command restor. Use start, backup, restore,');
});
