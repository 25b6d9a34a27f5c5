import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import { withDeadline } from './call-failure.ts';
import { firstAnswer } from './first-answer.ts';

export const ticketDeadlineMs = 5000;

/** Asks the API for a ticket. After a loss the connections to the API may be dead too, so it is asked over several. Rejects with `unreachable`. */
export async function askForTicket(
  request: (signal: AbortSignal) => Promise<CallTicket>,
  signal: AbortSignal,
  { afterLoss }: { afterLoss: boolean },
): Promise<CallTicket> {
  const ended = new AbortController();
  const either = AbortSignal.any([signal, ended.signal]);
  try {
    const ticket = afterLoss ? firstAnswer(request, either) : request(either);
    return await withDeadline(ticket, ticketDeadlineMs, 'ticket');
  } finally {
    // A request without an answer would hold one of the few connections that a browser opens, and the next attempt would wait for it.
    ended.abort();
  }
}
