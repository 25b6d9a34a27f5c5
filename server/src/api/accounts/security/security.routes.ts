import * as contract from '@yunzhen/shared/accounts/account-security.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { PasswordChangeService } from './password-change.service.ts';

export function registerSecurityRoutes(routes: RouteRegistrar, passwords: PasswordChangeService): void {
  routes.route(contract.changePassword, (context, { body }) => passwords.change(context, body));
}
