import { describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches } from './passwords.ts';

describe('a password', () => {
  it('matches its argon2id hash, with a new salt each time', async () => {
    const [first, second] = await Promise.all([hashPassword('river stone'), hashPassword('river stone')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await passwordMatches(first, 'river stone')).toBe(true);
    expect(await passwordMatches(first, 'river stones')).toBe(false);
  });

  it('counts as typed: every character of it, with its blanks, case and form', async () => {
    const long = 'a wholly new secret '.repeat(10);
    const hash = await hashPassword(long);
    expect(await passwordMatches(hash, long)).toBe(true);
    for (const other of [long.trim(), long.toUpperCase(), `${long.slice(0, -1)}x`, long.slice(0, 72)])
      expect(await passwordMatches(hash, other)).toBe(false);
  });

  it('never matches without an account', async () => {
    expect(await passwordMatches(null, 'river stone')).toBe(false);
  });
});
