import { z } from 'zod';
import { hospitalSlug } from '../core/contact.ts';
import { cursorQuery, id, instant, locale, page } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

/** What has become of a mail: none was sent, it waits or is being sent, the server took it over, or it could not be delivered. */
export const mailStates = ['none', 'on-its-way', 'sent', 'failed'] as const;
export type MailState = (typeof mailStates)[number];

export const inboxMessage = z.strictObject({
  id,
  /** What kind of message it is, e.g. `appointment.reminder`. */
  template: z.string(),
  title: z.string(),
  body: z.string(),
  /** A path in the app. */
  link: z.string().nullable(),
  at: instant,
  readAt: instant.nullable(),
  /** Whom it is about, where that is somebody whom the reader acts for. */
  about: z.strictObject({ name: z.string(), nameLatin: z.string() }).nullable(),
});
export type InboxMessage = z.output<typeof inboxMessage>;

export const listNotifications = defineRoute({
  name: 'listNotifications',
  method: 'GET',
  path: '/api/notifications',
  summary: 'One’s own messages from the hospital, the newest first, in the language asked for',
  permission: 'notification.read-own',
  query: z.strictObject({
    ...cursorQuery,
    unread: z.stringbool().default(false),
    locale: locale.default('zh-CN'),
  }),
  response: page(inboxMessage),
});

const unreadCount = z.strictObject({ count: z.int() });

export const countUnreadNotifications = defineRoute({
  name: 'countUnreadNotifications',
  method: 'GET',
  path: '/api/notifications/unread',
  summary: 'How many of one’s own messages are unread',
  permission: 'notification.read-own',
  response: unreadCount,
});

export const readNotification = defineRoute({
  name: 'readNotification',
  method: 'POST',
  path: '/api/notifications/:notificationId/reading',
  summary: 'Mark one message as read; answers with how many are left',
  permission: 'notification.read-own',
  params: z.strictObject({ notificationId: id }),
  response: unreadCount,
});

export const readAllNotifications = defineRoute({
  name: 'readAllNotifications',
  method: 'POST',
  path: '/api/notifications/reading',
  summary: 'Mark all messages as read',
  permission: 'notification.read-own',
  response: unreadCount,
});

export const listDemoMessages = defineRoute({
  name: 'listDemoMessages',
  method: 'GET',
  path: '/api/hospitals/:hospital/demo-messages',
  summary: 'In demo mode: the mails and text messages that would have gone out',
  permission: 'public',
  params: z.strictObject({ hospital: hospitalSlug }),
  query: z.strictObject(cursorQuery),
  response: page(
    z.strictObject({
      id,
      at: instant,
      channel: z.enum(['mail', 'sms']),
      address: z.string(),
      subject: z.string(),
      body: z.string(),
    }),
  ),
});
