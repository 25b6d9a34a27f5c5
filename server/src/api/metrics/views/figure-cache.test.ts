import { describe, expect, it } from 'vitest';
import { FigureCache } from './figure-cache.ts';

const noon = new Date('2026-03-01T12:00:00Z');
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000);

/** Asks, and says how often the answer was worked out so far. */
function asking() {
  const kept = new FigureCache();
  let made = 0;
  const ask = async (key: string, state: string, { now = noon, size = 10 } = {}) => {
    await kept.of(key, { state, now }, () => Promise.resolve('x'.repeat((made++, size))));
    return made;
  };
  return { kept, ask };
}

describe('kept answers', () => {
  it('are told again while nothing has changed', async () => {
    const { ask } = asking();
    expect(await ask('one', '1')).toBe(1);
    expect(await ask('one', '1')).toBe(1);
    expect(await ask('two', '1')).toBe(2);
  });

  it('are worked out anew after a change, and the earlier ones are not told any more', async () => {
    const { ask } = asking();
    await ask('one', '1');
    expect(await ask('one', '2')).toBe(2);
    expect(await ask('one', '2')).toBe(2);
    // A look that began before the change and comes later: its answer is its own.
    expect(await ask('one', '1')).toBe(3);
    expect(await ask('one', '2')).toBe(4);
  });

  it('are worked out anew after ten minutes', async () => {
    const { ask } = asking();
    await ask('one', '1');
    expect(await ask('one', '1', { now: later(9) })).toBe(1);
    expect(await ask('one', '1', { now: later(10) })).toBe(2);
  });

  it('go when they become too many, the one that was not asked for the longest first', async () => {
    const { ask } = asking();
    const size = 6_000_000;
    await ask('one', '1', { size });
    await ask('two', '1', { size });
    await ask('one', '1', { size });
    expect(await ask('three', '1', { size })).toBe(3);
    expect(await ask('one', '1', { size })).toBe(3);
    expect(await ask('two', '1', { size })).toBe(4);
  });

  it('are not made of a failure', async () => {
    const { kept, ask } = asking();
    const state = { state: '1', now: noon };
    await expect(kept.of('one', state, () => Promise.reject(new Error('no rows')))).rejects.toThrow('no rows');
    expect(await ask('one', '1')).toBe(1);
  });
});
