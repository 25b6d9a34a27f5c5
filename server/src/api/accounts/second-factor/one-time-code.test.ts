import { describe, expect, it } from 'vitest';
import { authenticatorAddress, base32, codeAt, matchingStep, stepAt } from './one-time-code.ts';

const secret = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('one-time codes of an authenticator', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('match RFC 6238, appendix B, at %d s', (seconds, code) => {
    expect(codeAt(secret, stepAt(at(seconds)))).toBe(code);
    expect(matchingStep(secret, code, at(seconds), null)).toBe(stepAt(at(seconds)));
  });

  it('are accepted one step early or late and no further', () => {
    const code = codeAt(secret, 100);
    expect([98, 99, 100, 101, 102].map((step) => matchingStep(secret, code, at(step * 30), null))).toEqual([
      null,
      100,
      100,
      100,
      null,
    ]);
  });

  it('are accepted once, and older ones are rejected after a newer one', () => {
    expect(matchingStep(secret, codeAt(secret, 100), at(3000), 100)).toBeNull();
    expect(matchingStep(secret, codeAt(secret, 99), at(3000), 100)).toBeNull();
    expect(matchingStep(secret, codeAt(secret, 101), at(3000), 100)).toBe(101);
  });

  it('are compared as a whole', () => {
    const code = codeAt(secret, 100);
    for (const wrong of ['', code.slice(1), `${code}0`, ' '.repeat(6)])
      expect(matchingStep(secret, wrong, at(3000), null)).toBeNull();
  });
});

describe('the key URI of an authenticator', () => {
  it('contains the secret in base32 (RFC 4648, section 10) and names in any script', () => {
    const texts = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((word) => base32(Buffer.from(word)));
    expect(texts).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI']);
    const address = new URL(authenticatorAddress(secret, '乌镇 医院', 'a@b.test'));
    expect(address.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
    expect(address.searchParams.get('issuer')).toBe('乌镇 医院');
  });
});
