import { describe, expect, it } from 'vitest';
import { ResumeTokens } from './resume-tokens.ts';

describe('a resume token', () => {
  const tokens = new ResumeTokens<{ name: string }>();

  it('is 256 random bits and valid once', () => {
    const peerSession = { name: 'one' };
    const token = tokens.issue(peerSession);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect(tokens.take(token)).toBe(peerSession);
    expect(tokens.take(token)).toBeUndefined();
    expect(tokens.take('anything else at all')).toBeUndefined();
  });

  it('is void once there is a newer one, or its peer has closed', () => {
    const peerSession = { name: 'two' };
    const [first, second] = [tokens.issue(peerSession), tokens.issue(peerSession)];
    expect(tokens.take(first)).toBeUndefined();
    tokens.revoke(peerSession);
    expect(tokens.take(second)).toBeUndefined();
  });

  it('can be reinstated, which voids its successor', () => {
    const peerSession = { name: 'three' };
    const first = tokens.issue(peerSession);
    tokens.take(first);
    const second = tokens.issue(peerSession);
    tokens.reinstate(first, peerSession);
    expect(tokens.take(second)).toBeUndefined();
    expect(tokens.take(first)).toBe(peerSession);
  });

  it('records after its peer closed only an end by another page or the api', () => {
    for (const [reason, remembered] of [
      ['replaced', 'replaced'],
      ['removed', 'removed'],
      ['worker-died', undefined],
      ['disconnected', undefined],
    ] as const) {
      const peerSession = { name: reason };
      const token = tokens.issue(peerSession);
      expect(tokens.endOf(token)).toBeUndefined();
      tokens.end(peerSession, reason);
      expect(tokens.take(token)).toBeUndefined();
      expect(tokens.endOf(token)).toBe(remembered);
    }
  });

  it('does not reveal how its peer ended if it was used before', () => {
    const peerSession = { name: 'four' };
    const token = tokens.issue(peerSession);
    tokens.take(token);
    tokens.end(peerSession, 'replaced');
    expect(tokens.endOf(token)).toBeUndefined();
  });
});
