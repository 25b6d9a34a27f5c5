import { z } from 'zod';
import { proof } from './one-time-codes.schemas.ts';

/** Confirms the signed-in person: by password, or by the proof of a code for an account without one. */
export const personConfirmation = z
  .strictObject({ password: z.string().min(1).max(200).optional(), proof: proof.optional() })
  .refine((given) => (given.password === undefined) !== (given.proof === undefined), {
    error: 'required',
    path: ['password'],
  });
export type PersonConfirmation = z.output<typeof personConfirmation>;
