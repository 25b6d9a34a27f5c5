import { describe, expect, it } from 'vitest';
import { FigureCache } from './figure-cache.ts';

const noon = new Date('2026-03-01T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** Queries a cache and returns how often the answer was computed so far. */
function asking() {
  const kept = new FigureCache();
  let made = 0;
  const ask = async (key: string, state: string, { now = noon, size = 10 } = {}) => {
    await kept.of(key, { state, now }, () => Promise.resolve('x'.repeat((made++, size))));
    return made;
  };
  return { kept, ask };
}

describe('the figure cache', () => {
  it('returns a cached answer while nothing has changed', async () => {
    const { ask } = asking();
    expect(await ask('one', '1')).toBe(1);
    expect(await ask('one', '1')).toBe(1);
    expect(await ask('two', '1')).toBe(2);
  });

  it('computes again after a change and no longer returns earlier answers', async () => {
    const { ask } = asking();
    await ask('one', '1');
    expect(await ask('one', '2')).toBe(2);
    expect(await ask('one', '2')).toBe(2);
    // A query that started before the change and finishes later computes its own answer.
    expect(await ask('one', '1')).toBe(3);
    expect(await ask('one', '2')).toBe(4);
  });

  it('computes again after ten minutes', async () => {
    const { ask } = asking();
    await ask('one', '1');
    expect(await ask('one', '1', { now: later(9) })).toBe(1);
    expect(await ask('one', '1', { now: later(10) })).toBe(2);
  });

  it('evicts the least recently used answers when they become too large', async () => {
    const { ask } = asking();
    const size = 6_000_000;
    await ask('one', '1', { size });
    await ask('two', '1', { size });
    await ask('one', '1', { size });
    expect(await ask('three', '1', { size })).toBe(3);
    expect(await ask('one', '1', { size })).toBe(3);
    expect(await ask('two', '1', { size })).toBe(4);
  });

  it('does not cache a failure', async () => {
    const { kept, ask } = asking();
    const state = { state: '1', now: noon };
    await expect(kept.of('one', state, () => Promise.reject(new Error('no rows')))).rejects.toThrow('no rows');
    expect(await ask('one', '1')).toBe(1);
  });
});
