import { createHmac } from 'node:crypto';
import type { CallTicket } from '@yunzhen/shared/calls/call.contract';

export interface TurnSettings {
  /** For example `turn:turn.example.org:3478?transport=udp`; empty when there is no TURN server. */
  urls: readonly string[];
  /** coturn’s `static-auth-secret`. */
  secret: string | undefined;
}

/** A longer call refreshes its allocations with its existing credentials; only a new allocation needs new ones. */
const lifetimeSeconds = 2 * 3600;

/**
 * Returns short-lived credentials for coturn’s `use-auth-secret` (draft-uberti-behave-turn-rest-00, section 2.2). The name is expiry and participant;
 * the password is its HMAC-SHA1 under the shared secret, in base64.
 */
export function turnServers(turn: TurnSettings, participantId: string, now: Date): CallTicket['iceServers'] {
  if (turn.urls.length === 0 || turn.secret === undefined) return [];
  const username = `${Math.floor(now.getTime() / 1000) + lifetimeSeconds}:${participantId}`;
  const credential = createHmac('sha1', turn.secret).update(username).digest('base64');
  return [{ urls: [...turn.urls], username, credential }];
}
