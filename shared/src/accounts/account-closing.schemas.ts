import { z } from 'zod';
import { closingObstacles, closingStates } from './account-closing.ts';
import { date, id, instant, page, sortedQuery } from '../core/common.ts';
import { personConfirmation } from './person-confirmation.schemas.ts';
import { accountClosingSorts } from './account-closing.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

const person = z.strictObject({ name: z.string(), nameLatin: z.string() });

/** How things stand with the closing of one’s own account. */
export const ownClosing = z.strictObject({
  /** Null when no closing was requested. */
  asked: z.strictObject({ askedAt: instant, dueAt: instant }).nullable(),
  /** What has to be over before. */
  obstacles: z.array(z.strictObject({ kind: z.enum(closingObstacles), id, at: instant })),
  /** The day until which the record of care is kept by law; null where there is none, so that nothing has to be. */
  keptUntil: date.nullable(),
  /** The record is in dispute: it is kept until that is settled, whatever its age. */
  held: z.boolean(),
  /** Dependants who would have no other guardian. */
  onlyGuardianOf: z.array(person),
});
export type OwnClosing = z.output<typeof ownClosing>;

export const accountClosing = z.strictObject({
  id,
  accountId: id,
  patientId: id,
  /** Empty once it was closed and no record is left. */
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
    summary: 'Whether one’s account is going to be closed, what stands in the way, and what will be kept until when',
    response: ownClosing,
  },
  askForClosing: {
    summary: 'Have one’s account closed in fourteen days; asking again changes nothing',
    body: z.strictObject({ confirmation: personConfirmation }),
    response: ownClosing,
    rateLimit: 10,
  },
  takeClosingBack: {
    summary: 'Keep the account after all, as long as it is not closed',
    response: ownClosing,
  },
  listAccountClosings: {
    summary:
      'Accounts that their holders want closed, or had closed, the newest request first; `q` looks in names and in the numbers of records',
    query: z.strictObject({
      ...sortedQuery(accountClosingSorts, 'desc'),
      state: z.enum(closingStates).optional(),
    }),
    response: page(accountClosing),
  },
} satisfies RouteSchemas;
