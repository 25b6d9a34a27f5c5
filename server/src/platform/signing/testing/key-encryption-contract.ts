import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { SealError, type KeyEncryption } from '../key-encryption.ts';

/** What an adapter provides to be tested against the contract of `KeyEncryption`. */
export interface KeyEncryptionCase {
  /** Opens key encryption with the same key each time. */
  open(): Promise<KeyEncryption>;
  /** Opens it after a rotation: encrypts under another key, still decrypts what the former one encrypted. */
  rotate(): Promise<KeyEncryption>;
  /** Opens it with another key, as another installation has. */
  stranger(): Promise<KeyEncryption>;
  /** Whether an instance opened before the rotation cannot decrypt later seals; a service rotates for all its clients. */
  formerIsBlind: boolean;
}

/**
 * Tests the contract of every adapter, whether the key is in the configuration, in a token (PKCS#11) or in a key management service. An adapter's own
 * test calls this with its own case.
 */
export function describeKeyEncryption(name: string, given: KeyEncryptionCase): void {
  const secret = Buffer.from('a private key');
  const context = 'practitioner/1/signing';

  describe(`${name}, by the contract of key encryption`, () => {
    it('decrypts what it encrypted under the same context, also after a restart', async () => {
      const sealed = await (await given.open()).seal(secret, context);
      expect(Buffer.from(await (await given.open()).open(sealed, context))).toEqual(secret);
    });

    it('encrypts anything from one byte to eight kilobytes, the same bytes never alike', async () => {
      const keyEncryption = await given.open();
      for (const plain of [Buffer.from([0]), randomBytes(8192)]) {
        const [one, other] = [await keyEncryption.seal(plain, context), await keyEncryption.seal(plain, context)];
        expect(one).not.toBe(other);
        expect(Buffer.from(await keyEncryption.open(other, context)).equals(plain)).toBe(true);
      }
    });

    it('returns printable text that names version and key and reveals nothing of the secret', async () => {
      const sealed = await (await given.open()).seal(secret, context);
      expect(sealed).toMatch(/^v\d+\.[A-Za-z0-9_-]{1,64}\.[\x21-\x7e]+$/);
      for (const encoding of ['utf8', 'hex', 'base64', 'base64url'] as const)
        expect(sealed).not.toContain(secret.toString(encoding));
    });

    it('does not change the bytes that it is given', async () => {
      const own = Buffer.from(secret);
      await (await given.open()).seal(own, context);
      expect(own).toEqual(secret);
    });

    it('rejects for good a seal of another owner, of another installation, or with any part changed', async () => {
      const keyEncryption = await given.open();
      const sealed = await keyEncryption.seal(secret, context);
      await expect(keyEncryption.open(sealed, 'practitioner/2/signing')).rejects.toThrow(SealError);
      await expect((await given.stranger()).open(sealed, context)).rejects.toThrow(SealError);
      const step = Math.max(1, Math.floor(sealed.length / 24));
      for (let at = 0; at < sealed.length; at += step) {
        const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
        await expect(keyEncryption.open(changed, context), `character ${at}`).rejects.toThrow(SealError);
      }
      for (const nonsense of ['', 'v1', '....', `${sealed}.x`, sealed.slice(0, -1)])
        await expect(keyEncryption.open(nonsense, context)).rejects.toThrow(SealError);
    });

    it('decrypts old seals after a rotation and encrypts under the new key', async () => {
      const before = await given.open();
      const old = await before.seal(secret, context);
      const rotated = await given.rotate();
      expect(Buffer.from(await rotated.open(old, context))).toEqual(secret);
      const fresh = await rotated.seal(secret, context);
      expect(fresh.split('.')[1]).not.toBe(old.split('.')[1]);
      expect(fresh.split('.')[1]).toBe(await rotated.activeKey());
      expect(old.split('.')[1]).not.toBe(await rotated.activeKey());
      if (given.formerIsBlind) await expect(before.open(fresh, context)).rejects.toThrow(SealError);
    });
  });
}
