import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { machineSecrets } from './secrets.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-secrets-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

it('secrets that an earlier release lacks are added once, and nothing else changes', async () => {
  const made = await machineSecrets(folder);
  const file = join(folder, 'secrets.json');
  const { VAPID_PRIVATE_KEY: first, ...earlier } = made;
  await writeFile(file, JSON.stringify(earlier), { mode: 0o600 });
  const whole = await machineSecrets(folder);
  expect(whole).toEqual({ ...earlier, VAPID_PRIVATE_KEY: expect.stringContaining('PRIVATE KEY') });
  expect(whole.VAPID_PRIVATE_KEY).not.toBe(first);
  expect(await machineSecrets(folder)).toEqual(whole);
  expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(whole);
  expect((await stat(file)).mode & 0o077).toBe(0);
});

it('a secrets file that lacks any other is rejected as damaged', async () => {
  const { NODE_SECRET: _gone, ...rest } = await machineSecrets(folder);
  await writeFile(join(folder, 'secrets.json'), JSON.stringify(rest));
  await expect(machineSecrets(folder)).rejects.toThrow('damaged');
});
