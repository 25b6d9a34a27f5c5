import * as contract from '@yunzhen/shared/accounts/account-security.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { OwnSessionsService } from './own-sessions.service.ts';
import type { PasswordChangeService } from './password-change.service.ts';

export function registerSecurityRoutes(
  routes: RouteRegistrar,
  passwords: PasswordChangeService,
  sessions: OwnSessionsService,
): void {
  routes.route(contract.listOwnSessions, (context) => sessions.list(context));
  routes.route(contract.endOwnSession, (context, { params }) => sessions.end(context, params.sessionId));
  routes.route(contract.endOtherSessions, (context) => sessions.endOthers(context));
  routes.route(contract.changePassword, (context, { body }) => passwords.change(context, body));
}
