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

/** Probing the browser’s codecs and making a certificate need no visit, so they are done once for the page. */
const loadDevice = deviceLoader();
const nodeKey = 'yunzhen.call-node';
type KnownNode = Pick<CallTicket, 'url' | 'routerRtpCapabilities'>;

/**
 * One’s part in the call of a visit, not joined yet. What the ticket will probably say is taken from the last one, so that codecs
 * are probed and the socket is open before the ticket is there; where it was wrong, nothing is lost.
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
    // A browser that keeps nothing joins as well, a moment later.
  }
}
