import { afterEach, describe, expect, it, vi } from 'vitest';
import { ClockWatch } from './clock-watch.ts';

/** Returns a watch of a clock that is ahead by so many seconds (negative: behind), after one comparison, and its log. */
async function watchOf(ahead: number, databaseTime?: () => Promise<number>) {
  const warnings: unknown[] = [];
  const now = 1_790_000_000_000;
  const watch = new ClockWatch({
    databaseTime: databaseTime ?? (() => Promise.resolve(now)),
    clock: { now: () => new Date(now + ahead * 1000) },
    log: { warn: (fields: unknown) => warnings.push(fields) } as never,
  });
  await watch.check();
  return { watch, warnings };
}

afterEach(() => vi.useRealTimers());

describe('a clock compared with the database’s', () => {
  it.each([
    [0, true, 0],
    [1, true, 0],
    [2.5, true, 1],
    [-29, true, 1],
    [31, false, 1],
    [-31, false, 1],
    [86_400, false, 1],
  ])('that is %d seconds ahead: reliable %s, warnings %d', async (ahead, isReliable, count) => {
    const { watch, warnings } = await watchOf(ahead);
    expect([watch.isReliable, warnings.length]).toEqual([isReliable, count]);
    if (isReliable) watch.assertReliable();
    else expect(() => watch.assertReliable()).toThrow(expect.objectContaining({ code: 'clock.unreliable' }));
  });

  it('is compared at the start and each minute', async () => {
    vi.useFakeTimers();
    let ahead = 0;
    const watch = new ClockWatch({
      databaseTime: () => Promise.resolve(0),
      clock: { now: () => new Date(ahead) },
      log: { warn: () => undefined } as never,
    });
    await watch.start();
    ahead = 40_000;
    await vi.advanceTimersByTimeAsync(59_000);
    expect(watch.isReliable).toBe(true);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(watch.isReliable).toBe(false);
    watch.stop();
  });

  it('keeps the last comparison while the database does not answer', async () => {
    const { watch } = await watchOf(60, () => Promise.reject(new Error('away')));
    expect(watch.isReliable).toBe(true);
  });
});
