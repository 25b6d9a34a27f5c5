import { routesOf } from '../core/route.ts';
import type { notificationsSchemas } from './notifications.schemas.ts';

export type { MailState } from './notifications.constants.ts';

export type { InboxMessage } from './notifications.schemas.ts';

const defineRoute = routesOf<typeof notificationsSchemas>();

export const listNotifications = defineRoute('listNotifications', 'GET /api/notifications', 'notification.read-own');
export const countUnreadNotifications = defineRoute(
  'countUnreadNotifications',
  'GET /api/notifications/unread',
  'notification.read-own',
);
export const readNotification = defineRoute(
  'readNotification',
  'POST /api/notifications/:notificationId/reading',
  'notification.read-own',
);
export const readAllNotifications = defineRoute(
  'readAllNotifications',
  'POST /api/notifications/reading',
  'notification.read-own',
);
export const listDemoMessages = defineRoute('listDemoMessages', 'GET /api/hospitals/:hospital/demo-messages', 'public');
