import { z } from 'zod';
import { sessionGrant } from './auth.schemas.ts';
import { hospitalSlug } from '../core/contact.ts';
import { id, instant, text } from '../core/common.ts';
import { passkeyOptions, passkeyResponse } from './passkeys.schemas.ts';
import { personConfirmation } from './person-confirmation.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const signInPasskeys = z.strictObject({
  /** Whether this address can have passkeys at all: they need a name, not a bare IP address. */
  possible: z.boolean(),
  items: z.array(z.strictObject({ id, name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })),
});
export type SignInPasskeys = z.output<typeof signInPasskeys>;

export const signInPasskeysSchemas = {
  listSignInPasskeys: {
    summary: 'Passkeys that open one’s own account',
    response: signInPasskeys,
  },
  beginSignInPasskey: {
    summary: 'What to create a passkey for signing in with (WebAuthn); asks for the person again',
    body: z.strictObject({ confirmation: personConfirmation }),
    response: passkeyOptions,
    rateLimit: 20,
  },
  addSignInPasskey: {
    summary: 'Let the passkey that the browser has made open the account; its holder is told',
    body: z.strictObject({ name: text(60, 1), response: passkeyResponse }),
    response: signInPasskeys,
    rateLimit: 20,
  },
  removeSignInPasskey: {
    summary: 'A passkey of one’s own opens the account no more',
    params: z.strictObject({ passkeyId: id }),
    response: signInPasskeys,
  },
  beginPasskeySignIn: {
    summary: 'What a passkey is to sign in order to sign its patient in; the same for everybody, it names no account',
    body: z.strictObject({ hospital: hospitalSlug }),
    response: z.strictObject({ challengeId: id, options: passkeyOptions }),
    rateLimit: 20,
  },
  signInByPasskey: {
    summary:
      'Sign a patient in by a passkey, which says whose it is; sets the refresh cookie. A challenge is good once',
    body: z.strictObject({ hospital: hospitalSlug, challengeId: id, response: passkeyResponse }),
    response: sessionGrant,
    rateLimit: 20,
  },
} satisfies RouteSchemas;
