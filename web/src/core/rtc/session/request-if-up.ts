import type { CallClientToServer } from '@yunzhen/shared/calls/call.contract';
import type { Signaling } from './signaling.ts';

/** Sends a request that the call does not depend on. Resolves with whether the node has received it. */
export async function requestIfUp<Event extends keyof CallClientToServer>(
  signaling: Signaling | undefined,
  event: Event,
  payload: Parameters<CallClientToServer[Event]>[0],
): Promise<boolean> {
  if (!signaling?.up) return false;
  return signaling.request(event, payload).then(
    () => true,
    () => false,
  );
}
