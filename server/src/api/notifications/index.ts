import { installationContext } from '../../platform/context.ts';
import { pageAddress } from '../../platform/http/own-address.ts';
import type { ApiSettings } from '../../platform/config/settings.ts';
import { createConsoleSms } from '../../platform/messaging/console-sms.ts';
import { createHttpSms } from '../../platform/messaging/http-sms.ts';
import type { DeliveryChannel, MessageChannel } from '../../platform/messaging/message.ts';
import { createSmtpMail } from '../../platform/messaging/smtp-mail.ts';
import { VapidKey } from '../../platform/messaging/vapid.ts';
import { createWebPush } from '../../platform/messaging/web-push.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import { DeliveriesRepository } from './delivery/deliveries.repository.ts';
import { deliveryJob } from './delivery/delivery.job.ts';
import { DemoMailbox } from './demo-mailbox/demo-mailbox.service.ts';
import { DemoMessagesRepository } from './demo-mailbox/demo-messages.repository.ts';
import { dueJob } from './delivery/due.job.ts';
import { notificationsHooks, type NotificationsHooks } from './hooks.ts';
import { InboxService } from './inbox.service.ts';
import { NotificationsRepository } from './notifications.repository.ts';
import { registerNotificationRoutes } from './notifications.routes.ts';
import { NotifyService, type Notify } from './notify.service.ts';
import { PushRepository } from './push/push.repository.ts';
import { registerPushRoutes } from './push/push.routes.ts';
import { PushService } from './push/push.service.ts';

export { mailStateSql, mailWordsSql } from './delivery/deliveries.repository.ts';
export { contentContext as messageContext } from './delivery/delivery.job.ts';
export { pushContext } from './push/push.service.ts';
export type { Notify } from './notify.service.ts';
export { templateOf, templates } from './templates/index.ts';
export type { FactKind, Template } from './templates/template.ts';
export { fillIn, defaultWording, type OwnWording } from './templates/wording.ts';

function smsOf({ SMS_GATEWAY_URL: gateway, SMS_GATEWAY_TOKEN: token, SMS_CONSOLE: isPrinted }: ApiSettings) {
  if (gateway) return createHttpSms({ url: gateway, token: token ?? '' });
  return isPrinted ? createConsoleSms() : null;
}

export interface NotificationsArea extends Notify {
  readonly hooks: NotificationsHooks;
  stop(): void;
}

/** Creates messages to people. `notify` writes in the caller’s transaction; mail, text messages and push are sent after its commit. */
export function createNotificationsArea(deps: ApiDeps): NotificationsArea {
  const { transactions, jobs, settings, log, keyEncryption, clock, outcomes } = deps;
  const inbox = new NotificationsRepository();
  const deliveries = new DeliveriesRepository();
  const hooks = notificationsHooks();
  const ownWording = hooks.onWordingAsked.ask;

  const demo = new DemoMailbox({
    transactions,
    messages: new DemoMessagesRepository(),
    hospitalBySlug: (slug, cause) => transactions.run(installationContext(cause), (tx) => inbox.bySlug(tx, slug)),
    demo: settings.DEMO_MODE,
  });
  const channels = new Map<DeliveryChannel, MessageChannel>();
  const mail = settings.SMTP_URL ? createSmtpMail({ url: settings.SMTP_URL, from: settings.MAIL_FROM }) : null;
  const sms = smsOf(settings);
  if (mail) channels.set('mail', mail);
  else if (settings.DEMO_MODE) channels.set('mail', demo.channel('mail'));
  if (sms) channels.set('sms', sms);
  else if (settings.DEMO_MODE) channels.set('sms', demo.channel('sms'));
  const key = settings.VAPID_PRIVATE_KEY ? new VapidKey(settings.VAPID_PRIVATE_KEY, reachedAt(settings)) : null;
  const trusted = new Set(settings.PUSH_TRUSTED_ORIGINS.split(' ').filter(Boolean));
  if (key) channels.set('push', createWebPush({ key, clock, trusted }));
  if (!mail && !sms && !settings.ISOLATED && settings.NODE_ENV === 'production')
    log.warn('neither SMTP_URL nor SMS_GATEWAY_URL is set: notifications appear in the app only');

  const devices = new PushRepository();
  const parts = { transactions, inbox, devices, deliveries, keyEncryption, channels, ownWording, clock, outcomes };
  jobs.define(deliveryJob({ ...parts, addressOf: (slug) => pageAddress(settings, slug) }));
  jobs.define(dueJob(parts, jobs));
  registerNotificationRoutes(deps.routes, new InboxService({ transactions, inbox, ownWording }), demo);
  registerPushRoutes(
    deps.routes,
    new PushService({ transactions, devices, keyEncryption, publicKey: key?.publicKey ?? null, trusted }),
  );

  const service = new NotifyService({
    inbox,
    devices,
    deliveries,
    jobs,
    keyEncryption,
    ownWording,
    working: new Set(channels.keys()),
  });
  return {
    notify: (tx, notice) => service.notify(tx, notice),
    sendTo: (tx, message) => service.sendTo(tx, message),
    recall: (tx, messageId) => service.recall(tx, messageId),
    withdraw: (tx, dedupe) => service.withdraw(tx, dedupe),
    can: (channel) => service.can(channel),
    hooks,
    stop: () => mail?.close(),
  };
}

/** Returns the contact address for push services (RFC 8292, section 2.1). */
function reachedAt({ PUBLIC_URL: url, MAIL_FROM: from }: ApiDeps['settings']): string {
  return url.startsWith('https:') ? url : `mailto:${/<([^>]+)>/.exec(from)?.[1] ?? from.trim()}`;
}
