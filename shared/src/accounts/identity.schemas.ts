import { z } from 'zod';
import { documentTypes, plainNumber, verdicts } from './identity.ts';
import { sexes } from '../core/patient.ts';
import { date, instant } from '../core/common.ts';
import { printedName } from '../core/printed-name.ts';
import type { RouteSchemas } from '../core/route.ts';

/** Whether the patient’s identity is known: one’s own, or the dependant’s. */
export const identity = z.strictObject({
  /** The hospital treats only patients with a verified identity. */
  required: z.boolean(),
  /** What verifies documents here: nothing, a real service, or in demo mode a simulation that says so. */
  service: z.enum(['none', 'connected', 'demo']),
  person: z.strictObject({ name: z.string(), nameLatin: z.string(), birthDate: date, sex: z.enum(sexes) }),
  /** The document that proved it; null without one. */
  verified: z
    .strictObject({ documentType: z.enum(documentTypes), last4: z.string(), provider: z.string(), at: instant })
    .nullable(),
  /** A guardian must prove their own identity first. */
  guardianFirst: z.boolean(),
  last: z.strictObject({ outcome: z.enum([...verdicts, 'taken', 'open']), at: instant }).nullable(),
  attemptsLeft: z.int(),
  /** When the next attempt is possible; null while attempts are left. */
  nextAttemptAt: instant.nullable(),
});
export type Identity = z.output<typeof identity>;

export const checkIdentityBody = z.strictObject({
  name: printedName(80),
  birthDate: date,
  sex: z.enum(sexes),
  documentType: z.enum(documentTypes),
  /** In any notation. */
  number: z.string().max(40).overwrite(plainNumber).min(1, { error: 'required' }),
});

export const identitySchemas = {
  readIdentity: {
    summary: 'Get whether the patient’s identity is verified; never returns the number',
    response: identity,
  },
  checkIdentity: {
    summary: 'Verify a name and identity document; name, birth date and sex are then taken from it',
    body: checkIdentityBody,
    response: z.strictObject({ outcome: z.enum(verdicts), identity }),
    rateLimit: 10,
  },
} satisfies RouteSchemas;
