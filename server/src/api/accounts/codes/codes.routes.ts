import * as contract from '@yunzhen/shared/accounts/one-time-codes.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { RequireAddress } from '../../administration/index.ts';
import type { SessionCookies } from '../sessions/session-cookies.ts';
import type { CodesService } from './codes.service.ts';
import type { ProofsService } from './proofs.service.ts';

export function registerCodeRoutes(
  routes: RouteRegistrar,
  cookie: SessionCookies,
  requireAddress: RequireAddress,
  codes: CodesService,
  proofs: ProofsService,
): void {
  routes.openRoute(contract.askForCode, (context, { body }, _reply, request) => {
    requireAddress(request, body.hospital);
    return codes.ask(context, body, cookie.device(request));
  });
  routes.openRoute(contract.proveCode, (context, { params, body }, _reply, request) => {
    requireAddress(request, body.hospital);
    return codes.prove(context, params.codeId, body);
  });
  routes.openRoute(contract.signInByCode, async (context, { body }, reply, request) => {
    requireAddress(request, body.hospital);
    const opened = await proofs.signIn(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });
  routes.openRoute(contract.resetPassword, async (context, { body }, reply, request) => {
    requireAddress(request, body.hospital);
    const opened = await proofs.resetPassword(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });
  routes.route(contract.askForContactCode, (context, { body }) => codes.askForContact(context, body));
  routes.route(contract.askForOwnCode, (context, { body }) => codes.askForOwn(context, body.channel, body.locale));
  routes.route(contract.changeContact, (context, { body }) => proofs.changeContact(context, body));
}
