import { z } from 'zod';
import { hospitalSlug } from '../core/contact.ts';
import { cursorQuery, id, instant, locale, page } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const inboxMessage = z.strictObject({
  id,
  /** The template of the message, e.g. `appointment.reminder`. */
  template: z.string(),
  title: z.string(),
  body: z.string(),
  /** A path in the app. */
  link: z.string().nullable(),
  at: instant,
  readAt: instant.nullable(),
  /** The dependant whom it concerns; null for the reader. */
  about: z.strictObject({ name: z.string(), nameLatin: z.string() }).nullable(),
});
export type InboxMessage = z.output<typeof inboxMessage>;

const unreadCount = z.strictObject({ count: z.int() });

export const notificationsSchemas = {
  listNotifications: {
    summary: 'List your messages from the hospital, newest first, in the requested language',
    query: z.strictObject({
      ...cursorQuery,
      unread: z.stringbool().default(false),
      locale: locale.default('zh-CN'),
    }),
    response: page(inboxMessage),
  },
  countUnreadNotifications: {
    summary: 'Count your unread messages',
    response: unreadCount,
  },
  readNotification: {
    summary: 'Mark a message as read; returns the number left unread',
    params: z.strictObject({ notificationId: id }),
    response: unreadCount,
  },
  readAllNotifications: {
    summary: 'Mark all messages as read',
    response: unreadCount,
  },
  listDemoMessages: {
    summary: 'List e-mails and text messages that would have been sent (demo mode only)',
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
  },
} satisfies RouteSchemas;
