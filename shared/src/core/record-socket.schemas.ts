import { z } from 'zod';
import { id, instant } from './common.ts';
import { recordEntities, sessionEnds } from './record-socket.constants.ts';

/** Up to where a page has received everything: milliseconds of the database’s clock, and the oldest transaction still running then. */
export const recordPosition = z.strictObject({ until: z.number().nonnegative(), xact: z.string().regex(/^\d{1,19}$/) });

/** Sent as the handshake’s `auth`. The socket is bound to this session and dies with it. */
export const recordHandshake = z.strictObject({
  accessToken: z.string().max(4000),
  /** The last position of a page that comes back. */
  since: recordPosition.optional(),
});

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
  /** The same message may arrive twice, after a return. */
  messageId: id.optional(),
});
export type RecordChanged = z.output<typeof recordChanged>;

/** The page has received everything up to this position. Not `whole`: some changes were missed, and it refetches what it shows. */
export const recordCovered = z.strictObject({ position: recordPosition, whole: z.boolean() });

/** The session has ended elsewhere (signed out, reuse detected); the socket closes after this. */
export const sessionEnded = z.strictObject({ reason: z.enum(sessionEnds) });

export const renewSession = z.strictObject({ accessToken: z.string().max(4000) });
