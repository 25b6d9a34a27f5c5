import { z } from 'zod';
import { account, sessionGrant } from './auth.contract.ts';
import { email, hospitalSlug, newPassword, phone } from '../core/contact.ts';
import { id, instant, locale } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

/** Where a code goes: exactly one of the two. */
const target = { email: email.optional(), phone: phone.optional() };
const oneTarget = (given: { email?: string | undefined; phone?: string | undefined }) =>
  (given.email === undefined) !== (given.phone === undefined);
const needsOne = { error: 'required', path: ['email'] };

/** The same for everybody, whether the address has an account or not. */
const codeSent = z.strictObject({
  codeId: id,
  expiresAt: instant,
  /** When another one may be asked for. */
  nextAt: instant,
});

export const codePurposes = ['sign-up', 'sign-in', 'reset-password'] as const;

export const askForCode = defineRoute({
  name: 'askForCode',
  method: 'POST',
  path: '/api/one-time-codes',
  summary: 'Send a one-time code to an e-mail address or a phone; the answer does not tell who has an account',
  permission: 'public',
  body: z
    .strictObject({ hospital: hospitalSlug, purpose: z.enum(codePurposes), ...target, locale })
    .refine(oneTarget, needsOne),
  response: codeSent,
  status: 201,
  rateLimit: 10,
});

export const askForContactCode = defineRoute({
  name: 'askForContactCode',
  method: 'POST',
  path: '/api/account/contact-codes',
  summary: 'Send a code to an address or phone that one’s account is to have from now on; asks for the password again',
  permission: 'account.change-contact',
  body: z
    .strictObject({ ...target, password: z.string().min(1).max(200).optional(), locale })
    .refine(oneTarget, needsOne),
  response: codeSent,
  status: 201,
  rateLimit: 10,
});

export const askForOwnCode = defineRoute({
  name: 'askForOwnCode',
  method: 'POST',
  path: '/api/account/confirmation-codes',
  summary: 'Send a code to one’s own address or phone, to confirm that it is really oneself',
  permission: 'account.change-contact',
  body: z.strictObject({ channel: z.enum(['mail', 'sms']), locale }),
  response: codeSent,
  status: 201,
  rateLimit: 10,
});

export const oneTimeCode = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: 'code' });

export const proveCode = defineRoute({
  name: 'proveCode',
  method: 'POST',
  path: '/api/one-time-codes/:codeId/proof',
  summary: 'Exchange a code for a proof that is good once, for half an hour; a code stands five tries',
  permission: 'public',
  params: z.strictObject({ codeId: id }),
  body: z.strictObject({ hospital: hospitalSlug, code: oneTimeCode }),
  response: z.strictObject({ proof: z.string(), expiresAt: instant }),
  status: 201,
  rateLimit: 20,
});

export const proof = z.string().regex(/^[\w-]{43}$/);

export const signInByCode = defineRoute({
  name: 'signInByCode',
  method: 'POST',
  path: '/api/sessions/by-code',
  summary: 'Sign a patient in by the proof of a code; sets the refresh cookie',
  permission: 'public',
  body: z.strictObject({ hospital: hospitalSlug, proof }),
  response: sessionGrant,
  status: 201,
  rateLimit: 20,
});

export const resetPassword = defineRoute({
  name: 'resetPassword',
  method: 'POST',
  path: '/api/account-passwords',
  summary: 'Set a new password by the proof of a code; ends every session and opens a new one',
  permission: 'public',
  body: z.strictObject({ hospital: hospitalSlug, proof, password: newPassword }),
  response: sessionGrant,
  status: 201,
  rateLimit: 10,
});

export const changeContact = defineRoute({
  name: 'changeContact',
  method: 'PUT',
  path: '/api/account/contact',
  summary: 'Take the address or phone of the proof for one’s account; the old one is told',
  permission: 'account.change-contact',
  body: z.strictObject({ proof }),
  response: account,
});
