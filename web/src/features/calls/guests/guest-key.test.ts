import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '@yunzhen/shared/core/errors';
import { attemptOf, endsGuestStay, isUnanswered, keepGuestKey, keptGuestKey } from './guest-key.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  return () => vi.unstubAllGlobals();
});

describe('The key of a guest', () => {
  it('is deleted only after a final error', () => {
    for (const code of ['invitation.unusable', 'resource.not-found'] as const) {
      expect(endsGuestStay(new AppError(code))).toBe(true);
    }
    for (const code of ['request.rate-limited', 'service.unavailable', 'auth.session-expired'] as const) {
      expect(endsGuestStay(new AppError(code))).toBe(false);
    }
    expect(endsGuestStay(new TypeError('Failed to fetch'))).toBe(false);
  });

  it('is requested under the same attempt until it has arrived', async () => {
    const first = attemptOf('one');
    expect(attemptOf('one')).toBe(first);
    expect(attemptOf('two')).not.toBe(first);
    expect(isUnanswered('one')).toBe(true);
    await keepGuestKey('one', 'key');
    expect([isUnanswered('one'), keptGuestKey('one')]).toEqual([false, 'key']);
    expect(attemptOf('one')).not.toBe(first);
  });
});
