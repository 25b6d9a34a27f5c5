import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig } from '../config/config.ts';
import { keySettings, objectionToKeySettings } from '../config/key-settings.ts';
import { SealError } from './key-encryption.ts';
import { openKeyEncryption } from './open-key-encryption.ts';
import { TransitServer } from './testing/transit-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'yunzhen-keys-'));
const [first, second] = [randomBytes(32).toString('base64'), `kek-2:${randomBytes(32).toString('base64')}`];
let service: TransitServer;

beforeAll(async () => {
  service = await TransitServer.start();
});
afterAll(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

function kept(name: string, text: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}
const read = (env: Record<string, string>) => readConfig(z.object(keySettings), env);
const opened = (env: Record<string, string>) => openKeyEncryption(read(env));
const secret = Buffer.from('a private key');

describe('the key-encryption key', () => {
  it('is the same from the environment and from a file', async () => {
    const sealed = await (await opened({ KEY_ENCRYPTION_KEY: first })).seal(secret, 'c');
    expect(sealed).toMatch(/^v1\.kek-1\./);
    const fromFile = await opened({ KEY_ENCRYPTION_KEY_FILE: kept('key', `${first}\n`) });
    expect(Buffer.from(await fromFile.open(sealed, 'c'))).toEqual(secret);
  });

  it('still decrypts and no longer encrypts after it was retired, until it is removed', async () => {
    const old = await (await opened({ KEY_ENCRYPTION_KEY: first })).seal(secret, 'c');
    const rotated = { KEY_ENCRYPTION_KEY: second };
    for (const retired of [
      { RETIRED_KEY_ENCRYPTION_KEYS: first },
      { RETIRED_KEY_ENCRYPTION_KEYS_FILE: kept('retired', `kek-0:${randomBytes(32).toString('base64')}\n${first}\n`) },
    ]) {
      const keys = await opened({ ...rotated, ...retired });
      expect(Buffer.from(await keys.open(old, 'c'))).toEqual(secret);
      expect(await keys.seal(secret, 'c')).toMatch(/^v1\.kek-2\./);
    }
    await expect((await opened(rotated)).open(old, 'c')).rejects.toThrow(SealError);
  });

  it('may be in a service, which decrypts with configured former keys, and be moved out of it again', async () => {
    const reach = { KEY_SERVICE_URL: service.url, KEY_SERVICE_TOKEN_FILE: kept('token', `${service.token}\n`) };
    const old = await (await opened({ KEY_ENCRYPTION_KEY: first })).seal(secret, 'c');
    const keys = await opened({ ...reach, RETIRED_KEY_ENCRYPTION_KEYS: first });
    const sealed = await keys.seal(secret, 'c');
    expect(sealed).toMatch(/^v2\.yunzhen-1\.vault:v1:/);
    expect(await keys.activeKey()).toBe('yunzhen-1');
    for (const text of [old, sealed]) expect(Buffer.from(await keys.open(text, 'c'))).toEqual(secret);
    await expect((await opened(reach)).open(old, 'c')).rejects.toThrow(SealError);
    const back = await opened({ ...reach, KEY_SERVICE_RETIRED: 'true', KEY_ENCRYPTION_KEY: second });
    expect(Buffer.from(await back.open(sealed, 'c'))).toEqual(secret);
    expect(await back.seal(secret, 'c')).toMatch(/^v1\.kek-2\./);
    await expect((await opened({ KEY_ENCRYPTION_KEY: second })).open(sealed, 'c')).rejects.toThrow(SealError);
  });

  it('is rejected from a file that other users may read, that is missing, or that has no key', async () => {
    const named = (path: string) => opened({ KEY_ENCRYPTION_KEY_FILE: path });
    for (const mode of [0o644, 0o604, 0o602])
      await expect(named(kept('open', first, mode))).rejects.toThrow(/^KEY_ENCRYPTION_KEY_FILE: every user/);
    await expect(named(kept('group', first, 0o640))).resolves.toBeTruthy();
    await expect(named(join(folder, 'none'))).rejects.toThrow(
      'KEY_ENCRYPTION_KEY_FILE: the file cannot be read (ENOENT)',
    );
    await expect(named(kept('short', first.slice(4)))).rejects.toThrow(
      /^KEY_ENCRYPTION_KEY_FILE: the file must contain a key/,
    );
    const same = { KEY_ENCRYPTION_KEY: first, RETIRED_KEY_ENCRYPTION_KEYS_FILE: kept('same', first) };
    await expect(opened(same)).rejects.toThrow('has the name of the active one');
  });

  it.each([
    ['KEY_ENCRYPTION_KEY', {}],
    ['KEY_ENCRYPTION_KEY', { KEY_ENCRYPTION_KEY: first, KEY_ENCRYPTION_KEY_FILE: 'x' }],
    ['KEY_ENCRYPTION_KEY', { KEY_ENCRYPTION_KEY: first, KEY_SERVICE_URL: 'https://k', KEY_SERVICE_TOKEN: 't' }],
    ['KEY_ENCRYPTION_KEY', { KEY_SERVICE_URL: 'https://k', KEY_SERVICE_TOKEN: 't', KEY_SERVICE_RETIRED: 'true' }],
    ['KEY_SERVICE_TOKEN', { KEY_SERVICE_URL: 'https://k' }],
    ['KEY_SERVICE_TOKEN', { KEY_SERVICE_URL: 'https://k', KEY_SERVICE_TOKEN: 't', KEY_SERVICE_TOKEN_FILE: 'x' }],
    ['RETIRED_KEY_ENCRYPTION_KEYS', { KEY_ENCRYPTION_KEY: first, RETIRED_KEY_ENCRYPTION_KEYS: first }],
    [
      'RETIRED_KEY_ENCRYPTION_KEYS',
      { KEY_ENCRYPTION_KEY: second, RETIRED_KEY_ENCRYPTION_KEYS: first, RETIRED_KEY_ENCRYPTION_KEYS_FILE: 'x' },
    ],
  ])('has exactly one source, with what it needs: %s %#', (setting, env) => {
    expect(objectionToKeySettings(read(env))?.setting).toBe(setting);
  });

  it.each([
    ['KEY_ENCRYPTION_KEY', 'c2hvcnQ='],
    ['KEY_ENCRYPTION_KEY', `a b:${first}`],
    ['RETIRED_KEY_ENCRYPTION_KEYS', `${first} ${first}`],
    ['KEY_SERVICE_URL', 'http://keys.example.org/v1/transit'],
    ['KEY_SERVICE_KEY', '../other'],
  ])('is named and not quoted when invalid: %s', (name, value) => {
    expect(() => read({ [name]: value })).toThrow(
      new RegExp(`^Configuration is not usable:\\n {2}${name}: expected \\S`),
    );
    expect(() => read({ [name]: value })).not.toThrow(value);
  });
});
