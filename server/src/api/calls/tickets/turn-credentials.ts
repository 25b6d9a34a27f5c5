import { createHmac } from 'node:crypto';
import type { CallTicket } from '@yunzhen/shared/calls/call.contract';

export interface TurnSettings {
  /** e.g. `turn:turn.example.org:3478?transport=udp`; empty where there is no TURN server. */
  urls: readonly string[];
  /** coturn’s `static-auth-secret`. */
  secret: string | undefined;
}

/** A call that runs longer refreshes its allocations with credentials that it has; only a new one needs newer ones. */
const lifetimeSeconds = 2 * 3600;

/**
 * Short-lived credentials in the form of coturn’s `use-auth-secret` (draft-uberti-behave-turn-rest-00, section 2.2): the name
 * is expiry and participant, the password its HMAC-SHA1 under the shared secret, in base64.
 */
export function turnServers(turn: TurnSettings, participantId: string, now: Date): CallTicket['iceServers'] {
  if (turn.urls.length === 0 || turn.secret === undefined) return [];
  const username = `${Math.floor(now.getTime() / 1000) + lifetimeSeconds}:${participantId}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [{ urls: [...turn.urls], username, credential }];
}
