import * as contract from '@yunzhen/shared/notifications/notifications.contract';
import type { RouteRegistrar } from '../../platform/http/register-route.ts';
import type { DemoMailbox } from './demo-mailbox/demo-mailbox.service.ts';
import type { InboxService } from './inbox.service.ts';

export function registerNotificationRoutes(routes: RouteRegistrar, inbox: InboxService, demo: DemoMailbox): void {
  routes.route(contract.listNotifications, (context, { query }) => inbox.list(context, query));
  routes.route(contract.countUnreadNotifications, (context) => inbox.unread(context));
  routes.route(contract.readNotification, (context, { params }) => inbox.markRead(context, params.notificationId));
  routes.route(contract.readAllNotifications, (context) => inbox.markRead(context, null));
  routes.openRoute(contract.listDemoMessages, (context, { params, query }) =>
    demo.list(context, params.hospital, query),
  );
}
