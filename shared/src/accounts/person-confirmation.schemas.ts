import { z } from 'zod';
import { proof } from './one-time-codes.schemas.ts';

/** That it is really the person: their password, or the proof of a code where the account has none. */
export const personConfirmation = z
  .strictObject({ password: z.string().min(1).max(200).optional(), proof: proof.optional() })
  .refine((given) => (given.password === undefined) !== (given.proof === undefined), {
    error: 'required',
    path: ['password'],
  });
export type PersonConfirmation = z.output<typeof personConfirmation>;
