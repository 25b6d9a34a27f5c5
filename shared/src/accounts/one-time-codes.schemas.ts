import { z } from 'zod';
import { account, sessionGrant } from './auth.schemas.ts';
import { email, hospitalSlug, newPassword, phone } from '../core/contact.ts';
import { id, instant, locale } from '../core/common.ts';
import { codePurposes } from './one-time-codes.constants.ts';
import type { RouteSchemas } from '../core/route.ts';

/** The recipient of a code: exactly one of the two. */
const target = { email: email.optional(), phone: phone.optional() };
const oneTarget = (given: { email?: string | undefined; phone?: string | undefined }) =>
  (given.email === undefined) !== (given.phone === undefined);
const needsOne = { error: 'required', path: ['email'] };

/** The same answer whether the address has an account or not. */
export const codeSent = z.strictObject({
  codeId: id,
  expiresAt: instant,
  /** When another code may be requested. */
  nextAt: instant,
});

export const oneTimeCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: 'code' });

export const proof = z.string().regex(/^[\w-]{43}$/);

export const resetPasswordBody = z.strictObject({ hospital: hospitalSlug, proof, password: newPassword });

export const oneTimeCodesSchemas = {
  askForCode: {
    summary: 'Send a one-time code to an e-mail address or phone; does not reveal who has an account',
    body: z
      .strictObject({ hospital: hospitalSlug, purpose: z.enum(codePurposes), ...target, locale })
      .refine(oneTarget, needsOne),
    response: codeSent,
    rateLimit: 10,
  },
  askForContactCode: {
    summary: 'Send a code to a new address or phone for your account; requires the password',
    body: z
      .strictObject({ ...target, password: z.string().min(1).max(200).optional(), locale })
      .refine(oneTarget, needsOne),
    response: codeSent,
    rateLimit: 10,
  },
  askForOwnCode: {
    summary: 'Send a confirmation code to your own address or phone',
    body: z.strictObject({ channel: z.enum(['mail', 'sms']), locale }),
    response: codeSent,
    rateLimit: 10,
  },
  proveCode: {
    summary: 'Exchange a code for a single-use proof valid for 30 minutes; a code allows five attempts',
    params: z.strictObject({ codeId: id }),
    body: z.strictObject({ hospital: hospitalSlug, code: oneTimeCode }),
    response: z.strictObject({ proof: z.string(), expiresAt: instant }),
    rateLimit: 20,
  },
  signInByCode: {
    summary: 'Sign in as a patient with a code proof; sets the refresh cookie',
    body: z.strictObject({ hospital: hospitalSlug, proof }),
    response: sessionGrant,
    rateLimit: 20,
  },
  resetPassword: {
    summary: 'Set a new password with a code proof; ends every session and starts a new one',
    body: resetPasswordBody,
    response: sessionGrant,
    rateLimit: 10,
  },
  changeContact: {
    summary: 'Change your account’s address or phone to the proven one; the old one is notified',
    body: z.strictObject({ proof }),
    response: account,
  },
} satisfies RouteSchemas;
