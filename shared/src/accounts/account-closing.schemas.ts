import { z } from 'zod';
import { closingObstacles, closingStates } from './account-closing.ts';
import { date, id, instant, page, sortedQuery } from '../core/common.ts';
import { personConfirmation } from './person-confirmation.schemas.ts';
import { accountClosingSorts } from './account-closing.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ name: z.string(), nameLatin: z.string() });

/** The state of closing one’s own account. */
export const ownClosing = z.strictObject({
  /** Null when no closing was requested. */
  asked: z.strictObject({ askedAt: instant, dueAt: instant }).nullable(),
  /** What must end first. */
  obstacles: z.array(z.strictObject({ kind: z.enum(closingObstacles), id, at: instant })),
  /** The day until which the record of care is stored by law; null without such a record. */
  keptUntil: date.nullable(),
  /** The record is in dispute: it is stored until that is settled, whatever its age. */
  held: z.boolean(),
  /** Dependants who would have no other guardian. */
  onlyGuardianOf: z.array(person),
});
export type OwnClosing = z.output<typeof ownClosing>;

export const accountClosing = z.strictObject({
  id,
  accountId: id,
  patientId: id,
  /** Empty once the account was closed and no record is left. */
  name: z.string(),
  nameLatin: z.string(),
  state: z.enum(closingStates),
  askedAt: instant,
  dueAt: instant,
  endedAt: instant.nullable(),
  recordKept: z.boolean().nullable(),
});
export type AccountClosing = z.output<typeof accountClosing>;

export const accountClosingSchemas = {
  readOwnClosing: {
    summary: 'Get the closure status of your account, what blocks it, and what is kept until when',
    response: ownClosing,
  },
  askForClosing: {
    summary: 'Request closure of your account in 14 days; repeating changes nothing',
    body: z.strictObject({ confirmation: personConfirmation }),
    response: ownClosing,
    rateLimit: 10,
  },
  takeClosingBack: {
    summary: 'Cancel the closure of your account before it takes effect',
    response: ownClosing,
  },
  listAccountClosings: {
    summary: 'List closure requests and closed accounts, newest first; `q` searches names and record numbers',
    query: z.strictObject({
      ...sortedQuery(accountClosingSorts, 'desc'),
      state: z.enum(closingStates).optional(),
    }),
    response: page(accountClosing),
  },
} satisfies RouteSchemas;
