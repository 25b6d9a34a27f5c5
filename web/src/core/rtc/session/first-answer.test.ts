import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { firstAnswer } from './first-answer.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answers only the request with this number; the others are on dead connections. */
function answering(number: number) {
  const signals: AbortSignal[] = [];
  const ask = (signal: AbortSignal) => {
    signals.push(signal);
    return signals.length === number ? Promise.resolve('ticket') : new Promise<string>(() => undefined);
  };
  return { ask, signals };
}

const { signal } = new AbortController();

describe('firstAnswer', () => {
  it('asks once when the answer comes', async () => {
    const { ask, signals } = answering(1);
    expect(await firstAnswer(ask, signal)).toBe('ticket');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(signals).toHaveLength(1);
  });

  it('asks over further connections while none answers, and drops the dead ones', async () => {
    const { ask, signals } = answering(3);
    const answer = firstAnswer(ask, signal);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(await answer).toBe('ticket');
    expect(signals.map(({ aborted }) => aborted)).toEqual([true, true, true]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(signals).toHaveLength(3);
  });

  it('asks no more than four times', async () => {
    const { ask, signals } = answering(7);
    void firstAnswer(ask, signal);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(signals).toHaveLength(4);
  });

  it('fails at once when no request is left that could be answered', async () => {
    const refused = new Error('refused');
    await expect(firstAnswer(() => Promise.reject(refused), signal)).rejects.toBe(refused);
  });

  it('waits for the others when one of them fails', async () => {
    const first = Promise.withResolvers<string>();
    const ask = vi
      .fn<() => Promise<string>>()
      .mockReturnValueOnce(first.promise)
      .mockRejectedValueOnce(new Error('busy'));
    const answer = firstAnswer(ask, signal);
    await vi.advanceTimersByTimeAsync(1_500);
    first.resolve('ticket');
    expect(await answer).toBe('ticket');
  });

  it('is aborted with its caller', async () => {
    const caller = new AbortController();
    const { ask, signals } = answering(7);
    void firstAnswer(ask, caller.signal);
    caller.abort();
    expect(signals[0]?.aborted).toBe(true);
  });
});
