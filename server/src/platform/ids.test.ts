import { describe, expect, it, vi } from 'vitest';
import { newId } from './ids.ts';

describe('newId', () => {
  it('returns different ids in increasing order, also within a millisecond', () => {
    const ids = Array.from({ length: 2000 }, newId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });

  it('returns version 7 with a time that is not in the past', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const at = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);
    expect(at).toBeGreaterThanOrEqual(before);
  });

  it('keeps the order when the clock is set back', () => {
    const first = newId();
    vi.useFakeTimers({ now: Date.now() - 60_000, toFake: ['Date'] });
    try {
      expect(newId() > first).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('shares no random part with the ids around it', () => {
    const parts = Array.from({ length: 1000 }, () => newId().slice(-10));
    expect(new Set(parts).size).toBe(parts.length);
  });
});
