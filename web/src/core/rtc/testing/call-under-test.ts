import { testFakeParameters } from 'mediasoup-client';
import { vi } from 'vitest';
import type { CallTicket } from '@yunzhen/shared/calls/call.contract';
import { CallClient } from '../session/call-client.ts';
import type { CallState } from '../session/call-state.ts';
import type { DtlsIdentity } from '../media/dtls-identity.ts';
import { FakeNetwork, fakeTrack } from './fake-browser.ts';
import { FakeNode, fakeTicket } from './fake-node.ts';

/** Creates a call client with a fake node, a fake network and an API whose answers the test controls. */
export function callUnderTest() {
  const node = new FakeNode();
  const network = new FakeNetwork();
  const requestTicket = vi.fn<(signal: AbortSignal) => Promise<CallTicket>>(async () => fakeTicket());
  const call = new CallClient({
    requestTicket,
    network,
    openSocket: node.openSocket,
    loadDevice: node.loadDevice,
    identity: async () => fakeIdentity(),
    makeDarkTrack: (kind) => fakeTrack(kind, 'dark'),
    random: () => 0,
  });
  const states: CallState[] = [];
  call.on('state', (state) => states.push(state));
  return {
    node,
    network,
    requestTicket,
    call,
    states,
    /** Runs everything that is due; zero-length timers take one tick of the fake clock. */
    settle: () => vi.advanceTimersByTimeAsync(1),
    advance: (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds),
  };
}

/** Returns a promise that the test settles. */
export function deferred<Value>() {
  return Promise.withResolvers<Value>();
}

/** Returns the certificate of mediasoup-client’s fake. */
function fakeIdentity(): DtlsIdentity {
  const { fingerprints } = testFakeParameters.generateLocalDtlsParameters();
  const told = (role: 'client' | 'server') => ({ role, fingerprints });
  return { certificates: [], dtls: { send: told('server'), receive: told('client') } };
}
