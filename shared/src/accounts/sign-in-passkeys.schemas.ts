import { z } from 'zod';
import { sessionGrant } from './auth.schemas.ts';
import { hospitalSlug } from '../core/contact.ts';
import { id, instant, text } from '../core/common.ts';
import { passkeyOptions, passkeyResponse } from './passkeys.schemas.ts';
import { personConfirmation } from './person-confirmation.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const signInPasskeys = z.strictObject({
  /** Whether this address supports passkeys: they need a host name, not a bare IP address. */
  possible: z.boolean(),
  items: z.array(z.strictObject({ id, name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })),
});
export type SignInPasskeys = z.output<typeof signInPasskeys>;

export const signInPasskeysSchemas = {
  listSignInPasskeys: {
    summary: 'List your sign-in passkeys',
    response: signInPasskeys,
  },
  beginSignInPasskey: {
    summary: 'Get WebAuthn options to create a sign-in passkey; requires confirmation',
    body: z.strictObject({ confirmation: personConfirmation }),
    response: passkeyOptions,
    rateLimit: 20,
  },
  addSignInPasskey: {
    summary: 'Add the passkey the browser created to sign-in; the account holder is notified',
    body: z.strictObject({ name: text(60, 1), response: passkeyResponse }),
    response: signInPasskeys,
    rateLimit: 20,
  },
  removeSignInPasskey: {
    summary: 'Remove one of your passkeys from sign-in',
    params: z.strictObject({ passkeyId: id }),
    response: signInPasskeys,
  },
  beginPasskeySignIn: {
    summary: 'Get a WebAuthn challenge for patient sign-in; names no account',
    body: z.strictObject({ hospital: hospitalSlug }),
    response: z.strictObject({ challengeId: id, options: passkeyOptions }),
    rateLimit: 20,
  },
  signInByPasskey: {
    summary: 'Sign in as a patient with a passkey; sets the refresh cookie. Challenges are single-use',
    body: z.strictObject({ hospital: hospitalSlug, challengeId: id, response: passkeyResponse }),
    response: sessionGrant,
    rateLimit: 20,
  },
} satisfies RouteSchemas;
