import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createLocalKeyEncryption, SealError, sealPrivateKey, withSealedKey } from './key-encryption.ts';
import { makeAuthority } from './signing-fixtures.ts';
import { describeKeyEncryption } from './testing/key-encryption-contract.ts';

const key = randomBytes(32);
const keyEncryption = createLocalKeyEncryption({ id: 'k1', key });
const rotatedKey = randomBytes(32);
const secret = Buffer.from('a private key');

describeKeyEncryption('a key from the configuration', {
  open: () => Promise.resolve(keyEncryption),
  rotate: () => Promise.resolve(createLocalKeyEncryption({ id: 'k2', key: rotatedKey }, [{ id: 'k1', key }])),
  stranger: () => Promise.resolve(createLocalKeyEncryption({ id: 'k1', key: randomBytes(32) })),
  formerIsBlind: true,
});

describe('local key encryption', () => {
  it('decrypts what it encrypted under the same context', async () => {
    const sealed = await keyEncryption.seal(secret, 'hospital/1/authority');
    expect(Buffer.from(await keyEncryption.open(sealed, 'hospital/1/authority'))).toEqual(secret);
    expect(sealed).toMatch(/^v1\.k1\./);
    expect(sealed).not.toContain(secret.toString('base64url'));
  });

  it('never encrypts the same bytes alike', async () => {
    expect(await keyEncryption.seal(secret, 'c')).not.toBe(await keyEncryption.seal(secret, 'c'));
  });

  it('rejects a seal that was moved to another owner', async () => {
    const sealed = await keyEncryption.seal(secret, 'practitioner/1');
    await expect(keyEncryption.open(sealed, 'practitioner/2')).rejects.toThrow(SealError);
  });

  it('rejects a seal with any character changed', async () => {
    const sealed = await keyEncryption.seal(secret, 'c');
    for (let at = 0; at < sealed.length; at++) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      await expect(keyEncryption.open(changed, 'c'), `character ${at}`).rejects.toThrow(SealError);
    }
  });

  it.each([
    '',
    'v1',
    'v1.k1',
    'v1.k1..',
    'v2.k1.AAAA.AAAA',
    'v1.k1.AAAAAAAAAAAAAAAA.AAAA',
    'v1.k9.AAAAAAAAAAAAAAAA.AAAA',
    'v1.k1.*.*',
  ])('rejects the malformed seal "%s"', async (sealed) => {
    await expect(keyEncryption.open(sealed, 'c')).rejects.toThrow(SealError);
  });

  it('decrypts old seals after the key was rotated, and encrypts under the new key', async () => {
    const old = await keyEncryption.seal(secret, 'c');
    const rotated = createLocalKeyEncryption({ id: 'k2', key: randomBytes(32) }, [{ id: 'k1', key }]);
    expect(Buffer.from(await rotated.open(old, 'c'))).toEqual(secret);
    const fresh = await rotated.seal(secret, 'c');
    expect(fresh).toMatch(/^v1\.k2\./);
    await expect(keyEncryption.open(fresh, 'c')).rejects.toThrow(SealError);
  });

  it('copies the key that it is given', async () => {
    const borrowed = randomBytes(32);
    const own = createLocalKeyEncryption({ id: 'k', key: borrowed });
    const sealed = await own.seal(secret, 'c');
    borrowed.fill(0);
    expect(Buffer.from(await own.open(sealed, 'c'))).toEqual(secret);
  });

  it('rejects keys that are not AES-256 keys, and two with the same id', () => {
    expect(() => createLocalKeyEncryption({ id: 'k', key: randomBytes(16) })).toThrow(TypeError);
    expect(() => createLocalKeyEncryption({ id: 'a.b', key })).toThrow(TypeError);
    expect(() => createLocalKeyEncryption({ id: 'k', key }, [{ id: 'k', key }])).toThrow(TypeError);
  });
});

describe('encrypted private keys', () => {
  it('are zeroed after encryption and after use', async () => {
    const { key: privateKey } = await makeAuthority('Hospital');
    const pkcs8 = privateKey.export({ format: 'der', type: 'pkcs8' });
    const sealed = await sealPrivateKey(keyEncryption, pkcs8, 'c');
    expect(pkcs8.every((byte) => byte === 0)).toBe(true);

    const handedOut: Uint8Array[] = [];
    const watched = {
      ...keyEncryption,
      open: async (text: string, context: string) => {
        const opened = await keyEncryption.open(text, context);
        handedOut.push(opened);
        return opened;
      },
    };
    const same = await withSealedKey(watched, sealed, 'c', (opened) => opened.equals(privateKey));
    expect(same).toBe(true);
    expect(handedOut).toHaveLength(1);
    expect(handedOut[0]?.every((byte) => byte === 0)).toBe(true);
  });
});
