import * as contract from '@yunzhen/shared/accounts/account-closing.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { ClosingService } from './closing.service.ts';

export function registerClosingRoutes(routes: RouteRegistrar, closing: ClosingService): void {
  routes.route(contract.readOwnClosing, (context) => closing.read(context));
  routes.route(contract.askForClosing, (context, { body }) => closing.ask(context, body));
  routes.route(contract.takeClosingBack, (context) => closing.takeBack(context));
  routes.route(contract.listAccountClosings, (context, { query }) => closing.list(context, query));
}
