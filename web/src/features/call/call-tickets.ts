import { issueCallTicket, type CallTicket } from '@yunzhen/shared/contract/call';
import { api } from '../../lib/api/index.ts';

/** Asks for a ticket into the call of a visit. Throws the api’s error, whose code decides whether another try makes sense. */
export function requestCallTicket(visitId: string, signal: AbortSignal): Promise<CallTicket> {
  return api.call(issueCallTicket, { params: { visitId }, signal });
}
