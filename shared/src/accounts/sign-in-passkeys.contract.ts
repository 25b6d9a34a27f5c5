import { defineRoute } from '../core/route.ts';
import type { signInPasskeysSchemas } from './sign-in-passkeys.schemas.ts';

export type { SignInPasskeys } from './sign-in-passkeys.schemas.ts';

export const listSignInPasskeys = defineRoute<typeof signInPasskeysSchemas, 'listSignInPasskeys'>({
  name: 'listSignInPasskeys',
  method: 'GET',
  path: '/api/account/passkeys',
  permission: 'passkey.own',
});

export const beginSignInPasskey = defineRoute<typeof signInPasskeysSchemas, 'beginSignInPasskey'>({
  name: 'beginSignInPasskey',
  method: 'POST',
  path: '/api/account/passkey-options',
  permission: 'passkey.own',
});

export const addSignInPasskey = defineRoute<typeof signInPasskeysSchemas, 'addSignInPasskey'>({
  name: 'addSignInPasskey',
  method: 'POST',
  path: '/api/account/passkeys',
  permission: 'passkey.own',
  status: 201,
});

export const removeSignInPasskey = defineRoute<typeof signInPasskeysSchemas, 'removeSignInPasskey'>({
  name: 'removeSignInPasskey',
  method: 'DELETE',
  path: '/api/account/passkeys/:passkeyId',
  permission: 'passkey.own',
});

export const beginPasskeySignIn = defineRoute<typeof signInPasskeysSchemas, 'beginPasskeySignIn'>({
  name: 'beginPasskeySignIn',
  method: 'POST',
  path: '/api/sessions/passkey-challenges',
  permission: 'public',
  status: 201,
});

export const signInByPasskey = defineRoute<typeof signInPasskeysSchemas, 'signInByPasskey'>({
  name: 'signInByPasskey',
  method: 'POST',
  path: '/api/sessions/by-passkey',
  permission: 'public',
  status: 201,
});
