import { routesOf } from '../core/route.ts';
import type { signInPasskeysSchemas } from './sign-in-passkeys.schemas.ts';

export type { SignInPasskeys } from './sign-in-passkeys.schemas.ts';

const defineRoute = routesOf<typeof signInPasskeysSchemas>();

export const listSignInPasskeys = defineRoute('listSignInPasskeys', 'GET /api/account/passkeys', 'passkey.own');
export const beginSignInPasskey = defineRoute('beginSignInPasskey', 'POST /api/account/passkey-options', 'passkey.own');
export const addSignInPasskey = defineRoute('addSignInPasskey', 'POST /api/account/passkeys', 'passkey.own', {
  status: 201,
});
export const removeSignInPasskey = defineRoute(
  'removeSignInPasskey',
  'DELETE /api/account/passkeys/:passkeyId',
  'passkey.own',
);
export const beginPasskeySignIn = defineRoute('beginPasskeySignIn', 'POST /api/sessions/passkey-challenges', 'public', {
  status: 201,
});
export const signInByPasskey = defineRoute('signInByPasskey', 'POST /api/sessions/by-passkey', 'public', {
  status: 201,
});
