import { inject, type InjectionKey } from 'vue';
import { issueCallTicket, issueNetworkCheckTicket, type CallTicket } from '@yunzhen/shared/calls/call.contract';
import { api, type ApiClient } from '../../../core/api/index.ts';

/** Injected API client for the call’s tickets, where it is not that of the signed-in account: a guest’s. */
export const callApiKey: InjectionKey<ApiClient> = Symbol('call api');

/** The API client for the call: a guest’s, or that of the signed-in account. */
export const useCallApi = (): ApiClient => inject(callApiKey, api);

/** Requests a ticket for the call of a visit. Throws the API’s error, whose code decides whether to retry. */
export function requestCallTicket(client: ApiClient, visitId: string, signal: AbortSignal): Promise<CallTicket> {
  return client.call(issueCallTicket, { params: { visitId }, signal });
}

/** Requests a ticket for a connection check. Throws the API’s error. */
export function requestNetworkCheckTicket(client: ApiClient, signal: AbortSignal): Promise<CallTicket> {
  return client.call(issueNetworkCheckTicket, { signal });
}
