import { z } from 'zod';
import { sessionGrant } from './auth.contract.ts';
import { hospitalSlug } from '../core/contact.ts';
import { id, instant, text } from '../core/common.ts';
import { passkeyOptions, passkeyResponse } from './passkeys.contract.ts';
import { personConfirmation } from './person-confirmation.contract.ts';
import { defineRoute } from '../core/route.ts';

const signInPasskeys = z.strictObject({
  /** Whether this address can have passkeys at all: they need a name, not a bare IP address. */
  possible: z.boolean(),
  items: z.array(z.strictObject({ id, name: z.string(), createdAt: instant, lastUsedAt: instant.nullable() })),
});
export type SignInPasskeys = z.output<typeof signInPasskeys>;

export const listSignInPasskeys = defineRoute({
  name: 'listSignInPasskeys',
  method: 'GET',
  path: '/api/account/passkeys',
  summary: 'Passkeys that open one’s own account',
  permission: 'passkey.own',
  response: signInPasskeys,
});

export const beginSignInPasskey = defineRoute({
  name: 'beginSignInPasskey',
  method: 'POST',
  path: '/api/account/passkey-options',
  summary: 'What to create a passkey for signing in with (WebAuthn); asks for the person again',
  permission: 'passkey.own',
  body: z.strictObject({ confirmation: personConfirmation }),
  response: passkeyOptions,
  rateLimit: 20,
});

export const addSignInPasskey = defineRoute({
  name: 'addSignInPasskey',
  method: 'POST',
  path: '/api/account/passkeys',
  summary: 'Let the passkey that the browser has made open the account; its holder is told',
  permission: 'passkey.own',
  body: z.strictObject({ name: text(60, 1), response: passkeyResponse }),
  response: signInPasskeys,
  status: 201,
  rateLimit: 20,
});

export const removeSignInPasskey = defineRoute({
  name: 'removeSignInPasskey',
  method: 'DELETE',
  path: '/api/account/passkeys/:passkeyId',
  summary: 'A passkey of one’s own opens the account no more',
  permission: 'passkey.own',
  params: z.strictObject({ passkeyId: id }),
  response: signInPasskeys,
});

export const beginPasskeySignIn = defineRoute({
  name: 'beginPasskeySignIn',
  method: 'POST',
  path: '/api/sessions/passkey-challenges',
  summary: 'What a passkey is to sign in order to sign its patient in; the same for everybody, it names no account',
  permission: 'public',
  body: z.strictObject({ hospital: hospitalSlug }),
  response: z.strictObject({ challengeId: id, options: passkeyOptions }),
  status: 201,
  rateLimit: 20,
});

export const signInByPasskey = defineRoute({
  name: 'signInByPasskey',
  method: 'POST',
  path: '/api/sessions/by-passkey',
  summary: 'Sign a patient in by a passkey, which says whose it is; sets the refresh cookie. A challenge is good once',
  permission: 'public',
  body: z.strictObject({ hospital: hospitalSlug, challengeId: id, response: passkeyResponse }),
  response: sessionGrant,
  status: 201,
  rateLimit: 20,
});
