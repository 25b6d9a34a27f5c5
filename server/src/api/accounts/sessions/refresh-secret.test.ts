import { describe, expect, it } from 'vitest';
import {
  hashOfSecret,
  isSecretOf,
  newRefreshSecret,
  readRefreshCookie,
  SecretSuccession,
  writeRefreshCookie,
} from './refresh-secret.ts';

const hospitalId = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e11';
const tokenId = '0199f1de-7c0a-7d55-a4a5-2f7b9a0d6e12';

describe('the refresh cookie', () => {
  it('is read as it was written', () => {
    const token = { hospitalId, tokenId, secret: newRefreshSecret() };
    expect(readRefreshCookie(writeRefreshCookie(token))).toEqual(token);
  });

  it.each([
    undefined,
    '',
    'a.b.c',
    `${hospitalId}.${tokenId}.short`,
    `${hospitalId}.${tokenId}.${'a'.repeat(44)}`,
    ` ${hospitalId}.${tokenId}.${'a'.repeat(43)}`,
  ])('is ignored when its value is %s', (value) => {
    expect(readRefreshCookie(value)).toBeNull();
  });
});

describe('a refresh secret', () => {
  it('matches its own hash and that of no other secret', () => {
    const secret = newRefreshSecret();
    expect(isSecretOf(hashOfSecret(secret), secret)).toBe(true);
    expect(isSecretOf(hashOfSecret(secret), newRefreshSecret())).toBe(false);
  });

  it('has one successor per server secret', () => {
    const secret = newRefreshSecret();
    const ours = new SecretSuccession(Buffer.alloc(32, 1));
    expect(ours.after(secret)).toBe(new SecretSuccession(Buffer.alloc(32, 1)).after(secret));
    expect(ours.after(secret)).not.toBe(new SecretSuccession(Buffer.alloc(32, 2)).after(secret));
    expect(ours.after(ours.after(secret))).not.toBe(ours.after(secret));
    expect(readRefreshCookie(`${hospitalId}.${tokenId}.${ours.after(secret)}`)).not.toBeNull();
  });
});
