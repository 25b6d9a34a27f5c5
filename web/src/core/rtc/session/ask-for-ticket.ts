import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import { withDeadline } from './call-failure.ts';
import { firstAnswer } from './first-answer.ts';

export const ticketDeadlineMs = 5000;

/** Asks the API for a ticket. After a loss the connections to the API may be dead too, so it is asked over several. Rejects with `unreachable`. */
export function askForTicket(
  request: (signal: AbortSignal) => Promise<CallTicket>,
  signal: AbortSignal,
  { afterLoss }: { afterLoss: boolean },
): Promise<CallTicket> {
  return withDeadline(afterLoss ? firstAnswer(request, signal) : request(signal), ticketDeadlineMs, 'ticket');
}
