import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { machineSecrets, type MachineSecrets } from './secrets.ts';
import { assertSecretsAreUsable } from './usable-secrets.ts';

let made: MachineSecrets;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yunzhen-usable-secrets-'));
  made = await machineSecrets(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const check = (change: Partial<Record<keyof MachineSecrets, string | undefined>>, env: Record<string, string> = {}) =>
  assertSecretsAreUsable((name) => ({ ...made, ...change })[name], '/data/secrets.json', env);

describe('the secrets of a machine', () => {
  it('are usable as generated, with a key of another source, and without push messages', () => {
    check({});
    check({ KEY_ENCRYPTION_KEY: undefined, VAPID_PRIVATE_KEY: '' });
  });

  it.each<[keyof MachineSecrets, RegExp]>([
    ['ACCESS_TOKEN_SECRET', /expected 32 bytes in base64/],
    ['KEY_ENCRYPTION_KEY', /expected 32 bytes in base64/],
    ['DATABASE_REQUEST_KEY', /expected 32 bytes in base64/],
    ['NODE_SECRET', /expected at least 32 characters/],
    ['TICKET_PRIVATE_KEY', /expected a key in PEM form/],
    ['TICKET_PUBLIC_KEY', /expected a key in PEM form/],
    ['VAPID_PRIVATE_KEY', /expected a key in PEM form/],
  ])('are named with the file, never with the value, when %s is too short', (name, expected) => {
    const start = () => check({ [name]: 'hidden' });
    expect(start).toThrow(`${name} in /data/secrets.json: expected`);
    expect(start).toThrow(expected);
    expect(start).not.toThrow('hidden');
  });

  it('are named without the file when the environment has them', () => {
    const name = 'KEY_ENCRYPTION_KEY';
    expect(() => check({ [name]: 'short' }, { [name]: 'short' })).toThrow(/^KEY_ENCRYPTION_KEY: expected/);
  });
});
