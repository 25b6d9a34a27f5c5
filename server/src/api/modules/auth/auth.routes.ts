import * as contract from '@yunzhen/shared/contract/auth';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { Channel } from '../../../platform/messaging/message.ts';
import type { AccountsService } from './accounts.service.ts';
import type { HospitalsService } from './hospitals.service.ts';
import type { RefreshCookie } from './refresh-cookie.ts';
import type { RefreshService } from './refresh.service.ts';
import type { SessionsService } from './sessions.service.ts';

export function registerAuthRoutes(
  routes: RouteRegistrar,
  cookie: RefreshCookie,
  services: {
    accounts: AccountsService;
    hospitals: HospitalsService;
    refresh: RefreshService;
    sessions: SessionsService;
  },
  channels: readonly Channel[],
): void {
  const { accounts, hospitals, refresh, sessions } = services;

  routes.openRoute(contract.listHospitals, (context) => hospitals.list(context.requestId, channels));

  routes.openRoute(contract.signUp, async (context, { body }, reply, request) => {
    const opened = await accounts.signUp(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });

  routes.openRoute(contract.signIn, async (context, { body }, reply, request) => {
    const opened = await sessions.signIn(context, body);
    cookie.set(request, reply, opened);
    return opened.grant;
  });

  routes.openRoute(contract.refreshSession, async (context, _input, reply, request) => {
    const opened = await refresh.refresh(context, cookie.read(request));
    cookie.set(request, reply, opened);
    return opened.grant;
  });

  routes.openRoute(contract.signOut, async (context, _input, reply, request) => {
    await refresh.signOut(context, cookie.read(request));
    cookie.clear(request, reply);
    return undefined;
  });

  routes.route(contract.readAccount, (context) => accounts.read(context));
  routes.route(contract.updateAccount, (context, { body }) => accounts.update(context, body));
}
