import { defineRoute } from '../core/route.ts';
import type { notificationsSchemas } from './notifications.schemas.ts';

export type { MailState } from './notifications.constants.ts';

export type { InboxMessage } from './notifications.schemas.ts';

export const listNotifications = defineRoute<typeof notificationsSchemas, 'listNotifications'>({
  name: 'listNotifications',
  method: 'GET',
  path: '/api/notifications',
  permission: 'notification.read-own',
});

export const countUnreadNotifications = defineRoute<typeof notificationsSchemas, 'countUnreadNotifications'>({
  name: 'countUnreadNotifications',
  method: 'GET',
  path: '/api/notifications/unread',
  permission: 'notification.read-own',
});

export const readNotification = defineRoute<typeof notificationsSchemas, 'readNotification'>({
  name: 'readNotification',
  method: 'POST',
  path: '/api/notifications/:notificationId/reading',
  permission: 'notification.read-own',
});

export const readAllNotifications = defineRoute<typeof notificationsSchemas, 'readAllNotifications'>({
  name: 'readAllNotifications',
  method: 'POST',
  path: '/api/notifications/reading',
  permission: 'notification.read-own',
});

export const listDemoMessages = defineRoute<typeof notificationsSchemas, 'listDemoMessages'>({
  name: 'listDemoMessages',
  method: 'GET',
  path: '/api/hospitals/:hospital/demo-messages',
  permission: 'public',
});
