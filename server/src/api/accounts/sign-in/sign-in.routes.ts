import * as contract from '@yunzhen/shared/accounts/auth.contract';
import { signUp } from '@yunzhen/shared/accounts/sign-up.contract';
import type { FastifyRequest } from 'fastify';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { Channel } from '../../../platform/messaging/message.ts';
import type { Position } from '../../../platform/realtime/recent-messages.ts';
import type { AccountsService } from '../accounts.service.ts';
import type { RequireAddress, HospitalsService } from '../../administration/index.ts';
import type { SessionCookies } from '../sessions/session-cookies.ts';
import type { RefreshService } from '../sessions/refresh.service.ts';
import type { SessionsService } from '../sessions/sessions.service.ts';

export function registerSignInRoutes(
  routes: RouteRegistrar,
  cookie: SessionCookies,
  services: {
    accounts: AccountsService;
    hospitals: HospitalsService;
    refresh: RefreshService;
    sessions: SessionsService;
  },
  /** The ways of signing in that this installation supports. */
  ways: { channels: readonly Channel[]; passkeys: boolean },
  /** Returns the hospital that the request’s host names. */
  hospitalOf: (request: FastifyRequest) => string | null,
  requireAddress: RequireAddress,
  /** Returns the position up to which every change was published. */
  position: () => Position,
): void {
  const { accounts, hospitals, refresh, sessions } = services;

  routes.openRoute(contract.listHospitals, (context, _input, _reply, request) =>
    hospitals.list(context.requestId, ways, hospitalOf(request)),
  );

  routes.openRoute(signUp, async (context, { body }, reply, request) => {
    requireAddress(request, body.hospital);
    const opened = await accounts.signUp(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });

  routes.openRoute(contract.signIn, async (context, { body }, reply, request) => {
    requireAddress(request, body.hospital);
    const opened = await sessions.signIn(context, body, {
      device: cookie.device(request),
      trusted: cookie.trusted(request),
    });
    cookie.set(request, reply, opened);
    return opened.grant;
  });

  routes.openRoute(contract.refreshSession, async (context, _input, reply, request) => {
    // Before the answer: what the page reads afterwards is never older.
    const changesSince = position();
    const opened = await refresh.refresh(context, cookie.read(request));
    cookie.set(request, reply, opened);
    return { ...opened.grant, changesSince };
  });

  routes.openRoute(contract.signOut, async (context, _input, reply, request) => {
    await refresh.signOut(context, cookie.read(request));
    cookie.clear(request, reply);
    return undefined;
  });

  routes.route(contract.readAccount, (context) => accounts.read(context));
  routes.route(contract.updateAccount, (context, { body }) => accounts.update(context, body));
}
