import * as contract from '@yunzhen/shared/notifications/push.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { PushService } from './push.service.ts';

export function registerPushRoutes(routes: RouteRegistrar, push: PushService): void {
  routes.route(contract.listPushDevices, (context) => push.list(context));
  routes.route(contract.addPushDevice, (context, { body }) => push.add(context, body));
  routes.route(contract.removePushDevice, (context, { params }) => push.remove(context, params.pushSubscriptionId));
}
