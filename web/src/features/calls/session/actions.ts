import { inject, type InjectionKey } from 'vue';
import { issueCallTicket, issueNetworkCheckTicket, type CallTicket } from '@yunzhen/shared/calls/call.contract';
import { api, type ApiClient } from '../../../core/api/index.ts';

/** The api client with which the call asks for tickets, where it is not the one of who is signed in: a guest’s. */
export const callApiKey: InjectionKey<ApiClient> = Symbol('call api');

/** The client for the call: a guest’s, or that of who is signed in. */
export const useCallApi = (): ApiClient => inject(callApiKey, api);

/** Asks for a ticket into the call of a visit. Throws the api’s error, whose code decides whether another try makes sense. */
export function requestCallTicket(client: ApiClient, visitId: string, signal: AbortSignal): Promise<CallTicket> {
  return client.call(issueCallTicket, { params: { visitId }, signal });
}

/** Asks for a ticket with which one’s own line is tried. Throws the api’s error, as above. */
export function requestNetworkCheckTicket(client: ApiClient, signal: AbortSignal): Promise<CallTicket> {
  return client.call(issueNetworkCheckTicket, { signal });
}
