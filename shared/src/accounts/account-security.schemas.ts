import { z } from 'zod';
import { empty, id, instant } from '../core/common.ts';
import { newPassword } from '../core/contact.ts';
import { personConfirmation } from './person-confirmation.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

export const ownSession = z.strictObject({
  id,
  /** True for the session of the caller. */
  current: z.boolean(),
  device: z.enum(['computer', 'phone', 'tablet', 'unknown']),
  /** From the user agent, e.g. Firefox on Linux; null when it does not say. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** The start of the address that last used it, e.g. `203.0.113.*`. */
  place: z.string().nullable(),
  createdAt: instant,
  /** Accurate to about ten minutes. */
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
