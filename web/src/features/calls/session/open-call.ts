import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import type { ApiClient } from '../../../core/api/index.ts';
import {
  CallClient,
  NetworkWatch,
  createDtlsIdentity,
  makeDarkTrack,
  openCallSocket,
} from '../../../core/rtc/index.ts';
import { deviceLoader } from '../../../core/rtc/devices.index.ts';
import { attachSecrecy, CallSecrecy } from '../encryption/call-secrecy.ts';
import { requestCallTicket } from './actions.ts';

/** Probing codecs and creating a certificate need no visit, so they are done once for the page. */
const loadDevice = deviceLoader();
const nodeKey = 'yunzhen.call-node';
type KnownNode = Pick<CallTicket, 'url' | 'routerRtpCapabilities'>;

/**
 * Creates the client of a visit’s call without joining. It uses the last ticket as a prediction, so that codecs are probed and the socket is open
 * before the new ticket arrives; a wrong prediction does no harm.
 */
export function openCall(client: ApiClient, visitId: string): CallClient {
  const identity = createDtlsIdentity();
  const known = knownNode();
  const secrecy = new CallSecrecy(client, visitId);
  const call = new CallClient({
    requestTicket: async (signal) => {
      const ticket = await requestCallTicket(client, visitId, signal);
      rememberNode(ticket);
      secrecy.handleTicket(ticket);
      return ticket;
    },
    openSocket: openCallSocket,
    loadDevice,
    identity: () => identity,
    encryption: secrecy,
    network: new NetworkWatch(),
    makeDarkTrack,
  });
  attachSecrecy(call, secrecy);
  if (known) {
    loadDevice(known.routerRtpCapabilities).catch(() => undefined);
    call.warmUp(known.url);
  }
  return call;
}

function knownNode(): KnownNode | undefined {
  try {
    const known: unknown = JSON.parse(sessionStorage.getItem(nodeKey) ?? 'null');
    return isKnownNode(known) ? known : undefined;
  } catch {
    return undefined;
  }
}

function isKnownNode(value: unknown): value is KnownNode {
  if (typeof value !== 'object' || value === null || !('url' in value) || !('routerRtpCapabilities' in value))
    return false;
  return URL.canParse(String(value.url)) && typeof value.routerRtpCapabilities === 'object';
}

function rememberNode({ url, routerRtpCapabilities }: CallTicket): void {
  try {
    sessionStorage.setItem(nodeKey, JSON.stringify({ url, routerRtpCapabilities } satisfies KnownNode));
  } catch {
    // Without storage the join is only slightly slower.
  }
}
