import { z } from 'zod';
import { id, instant } from './common.ts';
import { recordEntities, sessionEnds } from './record-socket.constants.ts';

/** The position up to which a page received everything: milliseconds of the database’s clock, and the oldest transaction still running then. */
export const recordPosition = z.strictObject({ until: z.number().nonnegative(), xact: z.string().regex(/^\d{1,19}$/) });

/** The handshake’s `auth`. The socket belongs to this session and closes with it. */
export const recordHandshake = z.strictObject({
  accessToken: z.string().max(4000),
  /** The last position of a reconnecting page. */
  since: recordPosition.optional(),
});

/**
 * Something changed. The event names the entity, never its content: the page fetches what it may see. For a visit’s waiting room (`waiting`) and a
 * doctor’s queue (`queue`) the id is that of the visit or doctor; for `call`, `call-keys` and `chat` it is the visit’s; for `inbox` it is that of the
 * account.
 */
export const recordChanged = z.strictObject({
  event: z.string(),
  entity: z.enum(recordEntities),
  id,
  visitId: id.nullable(),
  version: z.int().nullable(),
  at: instant,
  /** The same message may arrive twice, after a reconnect. */
  messageId: id.optional(),
});
export type RecordChanged = z.output<typeof recordChanged>;

/** The page has received everything up to this position. Not `whole`: some changes were missed, and it refetches its data. */
export const recordCovered = z.strictObject({ position: recordPosition, whole: z.boolean() });

/** The session has ended elsewhere (signed out, reuse detected); the socket closes after this. */
export const sessionEnded = z.strictObject({ reason: z.enum(sessionEnds) });

export const renewSession = z.strictObject({ accessToken: z.string().max(4000) });
