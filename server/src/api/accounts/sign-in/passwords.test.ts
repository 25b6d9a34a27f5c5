import { describe, expect, it } from 'vitest';
import { hashing, hashPassword, passwordMatches } from './passwords.ts';

describe('a password', () => {
  it('matches its argon2id hash, with a new salt each time', async () => {
    const [first, second] = await Promise.all([hashPassword('river stone', null), hashPassword('river stone', null)]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
    expect(await passwordMatches(first, 'river stone', null)).toBe(true);
    expect(await passwordMatches(first, 'river stones', null)).toBe(false);
  });

  it('counts as typed: every character of it, with its blanks, case and form', async () => {
    const long = 'a wholly new secret '.repeat(10);
    const hash = await hashPassword(long, null);
    expect(await passwordMatches(hash, long, null)).toBe(true);
    for (const other of [long.trim(), long.toUpperCase(), `${long.slice(0, -1)}x`, long.slice(0, 72)])
      expect(await passwordMatches(hash, other, null)).toBe(false);
  });

  it('never matches without an account', async () => {
    expect(await passwordMatches(null, 'river stone', null)).toBe(false);
  });

  it('waits for its hash and is refused when too many wait, first those of the network with the most', async () => {
    let release = () => {};
    const held = new Promise<void>((done) => (release = done));
    const others = Array.from({ length: 70 }, () => hashing.run('2001:db8:1:2::/64', () => held));
    const ended = Promise.allSettled(others);
    const busy = { code: 'service.unavailable', facts: { retryAfterSeconds: 1 } };
    try {
      await expect(passwordMatches(null, 'guess', '2001:db8:1:2::5')).rejects.toMatchObject(busy);
      await expect(hashPassword('guess', '2001:db8:1:2::6')).rejects.toMatchObject(busy);
      const newcomer = passwordMatches(null, 'guess', '2001:db8:1:3::1');
      release();
      expect(await newcomer).toBe(false);
    } finally {
      release();
    }
    const refused = (await ended).filter(({ status }) => status === 'rejected');
    // Of 70, one to three run and 64 wait; the newcomer took the place of one.
    expect(refused.length).toBeGreaterThanOrEqual(4);
    expect(refused.length).toBeLessThanOrEqual(6);
  });
});
