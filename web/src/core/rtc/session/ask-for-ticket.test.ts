import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import { askForTicket, ticketDeadlineMs } from './ask-for-ticket.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([true, false])(
  'gives up the requests without an answer at the deadline (after a loss: %s)',
  async (afterLoss) => {
    const signals: AbortSignal[] = [];
    const request = (signal: AbortSignal) => {
      signals.push(signal);
      return new Promise<CallTicket>(() => undefined);
    };
    const asked = askForTicket(request, new AbortController().signal, { afterLoss });
    const outcome = expect(asked).rejects.toMatchObject({ failure: 'unreachable' });
    await vi.advanceTimersByTimeAsync(ticketDeadlineMs);
    await outcome;
    expect(signals.length).toBeGreaterThan(0);
    expect(signals.every(({ aborted }) => aborted)).toBe(true);
  },
);

it('aborts its requests with the caller', async () => {
  const caller = new AbortController();
  let seen: AbortSignal | undefined;
  void askForTicket(
    (signal) => {
      seen = signal;
      return new Promise<CallTicket>(() => undefined);
    },
    caller.signal,
    { afterLoss: true },
  );
  caller.abort();
  expect(seen?.aborted).toBe(true);
});
