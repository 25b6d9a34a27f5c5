import * as contract from '@yunzhen/shared/accounts/identity.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { IdentityService } from './identity.service.ts';

export function registerIdentityRoutes(routes: RouteRegistrar, identities: IdentityService): void {
  routes.route(contract.readIdentity, (context) => identities.read(context));
  routes.route(contract.checkIdentity, (context, { body }) => identities.check(context, body));
}
