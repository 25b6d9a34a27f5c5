import { z } from 'zod';
import { id, instant } from './common.ts';
import { recordEntities, sessionEnds } from './record-socket.constants.ts';

/** Sent as the handshake’s `auth`. The socket is bound to this session and dies with it. */
export const recordHandshake = z.strictObject({ accessToken: z.string().max(4000) });

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

/** The session has ended elsewhere (signed out, reuse detected); the socket closes after this. */
export const sessionEnded = z.strictObject({ reason: z.enum(sessionEnds) });

export const renewSession = z.strictObject({ accessToken: z.string().max(4000) });
