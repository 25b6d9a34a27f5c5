import { z } from 'zod';
import { id, instant } from './common.ts';
import type { Ack } from './ack.ts';

/** Namespace of the record socket on the api. */
export const recordNamespace = '/record';

/** Sent as the handshake’s `auth`. The socket is bound to this session and dies with it. */
export const recordHandshake = z.strictObject({ accessToken: z.string().max(4000) });

export const recordEntities = [
  'visit',
  'queue',
  'waiting',
  'note',
  'document',
  'diagnoses',
  'chart',
  'prescription',
  'repeat',
  'review',
  'review-thread',
  'claim',
  'board',
  'figures',
  'duty',
  'appointment',
  'schedule',
  'call',
  'call-keys',
  'chat',
  'rating',
  'list',
  'inbox',
  'record-export',
] as const;

/**
 * Something changed. It names what, never what it is now: the page fetches what it may see. For a visit’s waiting room
 * (`waiting`) and a doctor’s queue (`queue`) the id is that of the visit or doctor; for `call`, `call-keys` and `chat` it is the visit’s; for
 * `inbox` it is that of the account.
 */
export const recordChanged = z.strictObject({
  event: z.string(),
  entity: z.enum(recordEntities),
  id,
  visitId: id.nullable(),
  version: z.int().nullable(),
  at: instant,
});
export type RecordChanged = z.output<typeof recordChanged>;

/** Whether a page knows what this is about. One of another version of the program may name what it has not heard of. */
export function isRecordChanged(event: RecordChanged): boolean {
  return recordEntities.includes(event.entity) && typeof event.id === 'string';
}

export const sessionEnds = ['signed-out', 'reused', 'expired'] as const;

/** The session has ended elsewhere (signed out, reuse detected); the socket closes after this. */
export const sessionEnded = z.strictObject({ reason: z.enum(sessionEnds) });

export const renewSession = z.strictObject({ accessToken: z.string().max(4000) });

export interface RecordServerToClient {
  changed: (event: RecordChanged) => void;
  'session-ended': (event: z.output<typeof sessionEnded>) => void;
}

export interface RecordClientToServer {
  /** Hand in a fresh access token before the old one expires. */
  renew: (payload: z.input<typeof renewSession>, ack: (answer: Ack<{ expiresAt: string }>) => void) => void;
}
