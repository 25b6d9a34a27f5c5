import { z } from 'zod';
import { empty, id, instant } from '../core/common.ts';
import { newPassword } from '../core/contact.ts';
import { personConfirmation } from './person-confirmation.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const ownSession = z.strictObject({
  id,
  /** The one that asks. */
  current: z.boolean(),
  device: z.enum(['computer', 'phone', 'tablet', 'unknown']),
  /** As the browser names itself, e.g. Firefox on Linux; null where it does not. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** The beginning of the address from which it was last used, e.g. `203.0.113.*`. */
  place: z.string().nullable(),
  createdAt: instant,
  /** Within about ten minutes. */
  lastSeenAt: instant,
});
export type OwnSession = z.output<typeof ownSession>;

const ownSessions = z.strictObject({ items: z.array(ownSession) });
export type OwnSessions = z.output<typeof ownSessions>;

export const accountSecuritySchemas = {
  changePassword: {
    summary: 'Change your password with the current one, or with a code if you have none; ends all other sessions',
    body: z.strictObject({ confirmation: personConfirmation, password: newPassword }),
    response: empty,
    rateLimit: 20,
  },
  listOwnSessions: {
    summary: 'List your sessions with browser, location and last use, this session first',
    response: ownSessions,
  },
  endOwnSession: {
    summary: 'End one of your other sessions, with its tokens, sockets and calls',
    params: z.strictObject({ sessionId: id }),
    response: ownSessions,
  },
  endOtherSessions: {
    summary: 'End all your other sessions',
    response: ownSessions,
  },
} satisfies RouteSchemas;
