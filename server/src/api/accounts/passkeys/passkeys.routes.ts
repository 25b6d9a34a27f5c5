import * as contract from '@yunzhen/shared/accounts/sign-in-passkeys.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { RequireAddress } from '../../administration/index.ts';
import type { SessionCookies } from '../sessions/session-cookies.ts';
import type { PasskeySignInService } from './passkey-sign-in.service.ts';
import type { SignInPasskeysService } from './passkeys.service.ts';

export function registerSignInPasskeyRoutes(
  routes: RouteRegistrar,
  cookie: SessionCookies,
  requireAddress: RequireAddress,
  passkeys: SignInPasskeysService,
  signIns: PasskeySignInService,
): void {
  routes.route(contract.listSignInPasskeys, (context) => passkeys.list(context));
  routes.route(contract.beginSignInPasskey, async (context, { body }) => ({
    ...(await passkeys.begin(context, body)),
  }));
  routes.route(contract.addSignInPasskey, (context, { body }) => passkeys.add(context, body));
  routes.route(contract.removeSignInPasskey, (context, { params }) => passkeys.remove(context, params.passkeyId));

  routes.openRoute(contract.beginPasskeySignIn, (context, { body }, _reply, request) => {
    requireAddress(request, body.hospital);
    return signIns.begin(context, body);
  });
  routes.openRoute(contract.signInByPasskey, async (context, { body }, reply, request) => {
    requireAddress(request, body.hospital);
    const opened = await signIns.signIn(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });
}
