import { describe, expect, it } from 'vitest';
import { ResumeTokens } from './resume-tokens.ts';

describe('a resume token', () => {
  const tokens = new ResumeTokens<{ name: string }>();

  it('is 256 random bits and good once', () => {
    const stay = { name: 'one' };
    const token = tokens.issue(stay);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(tokens.take(token)).toBe(stay);
    expect(tokens.take(token)).toBeUndefined();
    expect(tokens.take('anything else at all')).toBeUndefined();
  });

  it('is void once there is a newer one, or the stay is over', () => {
    const stay = { name: 'two' };
    const [first, second] = [tokens.issue(stay), tokens.issue(stay)];
    expect(tokens.take(first)).toBeUndefined();
    tokens.revoke(stay);
    expect(tokens.take(second)).toBeUndefined();
  });

  it('can be made good again, which voids its successor', () => {
    const stay = { name: 'three' };
    const first = tokens.issue(stay);
    tokens.take(first);
    const second = tokens.issue(stay);
    tokens.reinstate(first, stay);
    expect(tokens.take(second)).toBeUndefined();
    expect(tokens.take(first)).toBe(stay);
  });

  it('remembers after its stay that another page, or the api, has ended it, and nothing else', () => {
    for (const [reason, remembered] of [
      ['replaced', 'replaced'],
      ['removed', 'removed'],
      ['worker-died', undefined],
      ['disconnected', undefined],
    ] as const) {
      const stay = { name: reason };
      const token = tokens.issue(stay);
      expect(tokens.endOf(token)).toBeUndefined();
      tokens.end(stay, reason);
      expect(tokens.take(token)).toBeUndefined();
      expect(tokens.endOf(token)).toBe(remembered);
    }
  });

  it('that was used up before says nothing of how its stay ended', () => {
    const stay = { name: 'four' };
    const token = tokens.issue(stay);
    tokens.take(token);
    tokens.end(stay, 'replaced');
    expect(tokens.endOf(token)).toBeUndefined();
  });
});
