import type { Locale } from '@yunzhen/shared/core/locale';
import { readQuietHours } from '@yunzhen/shared/accounts/wishes';
import type { Tx } from '../../platform/db/transaction.ts';
import { newId } from '../../platform/ids.ts';
import type { Jobs } from '../../platform/jobs/jobs.ts';
import {
  channels,
  type Channel,
  type DeliveryChannel,
  type MessageAttachment,
} from '../../platform/messaging/message.ts';
import { pageMessagesOf } from '../../platform/realtime/published-event.ts';
import type { KeyEncryption } from '../../platform/signing/key-encryption.ts';
import { Service } from '../../platform/service.ts';
import type { DeliveriesRepository } from './delivery/deliveries.repository.ts';
import { askForDelivery, contentContext, type SealedContent } from './delivery/delivery.job.ts';
import type { NotificationsRepository, Recipient } from './notifications.repository.ts';
import { templateOf, type TemplateFacts, type TemplateName } from './templates/index.ts';
import type { PushRepository } from './push/push.repository.ts';
import { quietUntil } from './delivery/quiet-hours.ts';
import type { Template } from './templates/template.ts';
import type { OwnWording, StoredFacts } from './templates/wording.ts';

export interface Notice<Name extends TemplateName> {
  /** An account, or everyone who receives a patient’s notifications. */
  to: { accountId: string } | { patientId: string };
  template: Name;
  facts: TemplateFacts<Name>;
  /** The page in the app that it links to, a path such as `/visits/…`. */
  link?: string;
  /** Deduplication key: a second notice with the same key to the same account does nothing. */
  dedupe?: string;
  /** Neither shown nor sent before this time. */
  notBefore?: Date;
  /** Attached to the mail. Stored unencrypted until the mail is sent, so it must not name a patient. */
  attachment?: MessageAttachment;
}

export interface AddressedMessage<Name extends TemplateName> {
  channel: Channel;
  /** An e-mail address, or a phone number in E.164 form. */
  address: string;
  locale: Locale;
  template: Name;
  facts: TemplateFacts<Name>;
  /** A path, or a path with a secret after `#`. */
  link?: string;
  dedupe?: string;
  accountId?: string;
}

/** What other modules may call. All of it happens in the caller’s transaction; sending follows after the commit. */
export interface Notify {
  /**
   * Writes to the inbox, and sends by the channels that the account has and prefers. Returns false when no one was notified: the recipients are gone, or
   * all have a notice with the same key.
   */
  notify<Name extends TemplateName>(tx: Tx, notice: Notice<Name>): Promise<boolean>;
  /** Sends to an address without an account. Writes no inbox entry. Returns the message’s id, for `recall`; null when nothing is sent. */
  sendTo<Name extends TemplateName>(tx: Tx, message: AddressedMessage<Name>): Promise<string | null>;
  /** Recalls a message to an address that has not gone out. */
  recall(tx: Tx, messageId: string): Promise<void>;
  /** Withdraws notices with this key that are scheduled for later; what was shown or sent stays. */
  withdraw(tx: Tx, dedupe: string): Promise<void>;
  /** Returns whether this installation supports the channel. */
  can(channel: DeliveryChannel): boolean;
}

interface NewDeliveryOf {
  notificationId: string | null;
  accountId: string | null;
  dedupe: string | null;
  dueAt: Date;
  subscriptionId?: string;
}

interface NotifyServiceDeps {
  inbox: NotificationsRepository;
  deliveries: DeliveriesRepository;
  jobs: Jobs;
  keyEncryption: KeyEncryption;
  working: ReadonlySet<DeliveryChannel>;
  devices: PushRepository;
  ownWording: OwnWording;
}

/** Notifies people: always in the app, and by mail, text message and push where available. */
export class NotifyService extends Service<NotifyServiceDeps> implements Notify {
  can(channel: DeliveryChannel): boolean {
    return this.deps.working.has(channel);
  }

  async notify<Name extends TemplateName>(tx: Tx, notice: Notice<Name>): Promise<boolean> {
    const { to } = notice;
    const patientId = 'patientId' in to ? to.patientId : null;
    const recipients =
      'accountId' in to
        ? [await this.deps.inbox.recipient(tx, to.accountId)]
        : await this.deps.inbox.recipientsFor(tx, to.patientId);
    let delivered = false;
    for (const recipient of recipients)
      if (recipient) delivered = (await this.#deliver(tx, recipient, patientId, notice)) || delivered;
    return delivered;
  }

  /** Returns false when the recipient has a notice with the same key. */
  async #deliver<Name extends TemplateName>(
    tx: Tx,
    recipient: Recipient,
    patientId: string | null,
    notice: Notice<Name>,
  ): Promise<boolean> {
    const template = templateOf(notice.template);
    if (!template) throw new Error(`notification template ${notice.template} not found`);
    const { accountId } = recipient;
    const id = newId();
    const dueAt = notice.notBefore && notice.notBefore > tx.now ? notice.notBefore : tx.now;
    const isDue = dueAt <= tx.now;
    const link = notice.link ?? null;
    const dedupe = notice.dedupe ?? null;
    const facts = notice.facts as StoredFacts;
    if (template.inbox) {
      const { version: wordingVersion } = await this.deps.ownWording(tx, notice.template, null);
      const kept = { facts, link, dedupe, visibleAt: dueAt, told: isDue, wordingVersion };
      const row = { id, accountId, patientId, template: notice.template, ...kept };
      if (!(await this.deps.inbox.add(tx, row))) return false;
    }
    if (template.inbox && isDue) announceInbox(tx, id, accountId);
    const { locale, timeZone } = recipient;
    const content = { locale, facts, link, ...(timeZone === null ? {} : { timeZone }) };
    const key = dedupe === null ? null : `${accountId} ${dedupe}`;
    const notificationId = template.inbox ? id : null;
    const rings = await this.#ringsAt(tx, recipient, template, facts, dueAt);
    const wished = template.security ? channels : recipient.channels;
    for (const channel of wished) {
      const address = channel === 'mail' ? recipient.email : recipient.phone;
      const says = channel === 'mail' ? template.mail : template.sms;
      if (!address || !says || !this.can(channel)) continue;
      const attachment = channel === 'mail' ? (notice.attachment ?? null) : null;
      const row = { notificationId, accountId, dedupe: key, dueAt: channel === 'mail' ? dueAt : rings };
      await this.#send(tx, channel, notice.template, { ...content, address }, row, attachment);
    }
    if (!template.push || !this.can('push')) return true;
    for (const { id: subscriptionId } of await this.deps.devices.ofAccount(tx, accountId)) {
      const row = { notificationId, accountId, dedupe: key && `${key} ${subscriptionId}`, dueAt: rings };
      await this.#send(tx, 'push', notice.template, { ...content, address: '' }, { ...row, subscriptionId });
    }
    return true;
  }

  /** Returns when text message and push may go out: after the quiet hours, unless the message is urgent, about security, or would arrive too late. */
  async #ringsAt(tx: Tx, recipient: Recipient, template: Template, facts: StoredFacts, dueAt: Date): Promise<Date> {
    const quiet = readQuietHours(recipient.quietHours);
    if (!quiet || template.urgent || template.security) return dueAt;
    const zone = recipient.timeZone ?? (await this.deps.inbox.hospital(tx)).timeZone;
    const later = quietUntil(quiet, zone, dueAt) ?? dueAt;
    const needed = template.neededBefore === undefined ? null : facts[template.neededBefore];
    return typeof needed === 'string' && later >= new Date(needed) ? dueAt : later;
  }

  async sendTo<Name extends TemplateName>(tx: Tx, message: AddressedMessage<Name>): Promise<string | null> {
    const { channel, address, locale, template, link, dedupe, accountId } = message;
    const says = channel === 'mail' ? templateOf(template)?.mail : templateOf(template)?.sms;
    if (!says || !this.can(channel)) return null;
    const content = { address, locale, facts: message.facts as StoredFacts, link: link ?? null };
    const row = { notificationId: null, accountId: accountId ?? null, dedupe: dedupe ?? null, dueAt: tx.now };
    return this.#send(tx, channel, template, content, row);
  }

  async #send(
    tx: Tx,
    channel: DeliveryChannel,
    template: string,
    content: SealedContent,
    row: NewDeliveryOf,
    attachment: MessageAttachment | null = null,
  ): Promise<string | null> {
    const id = newId();
    const contentSealed = await this.deps.keyEncryption.seal(Buffer.from(JSON.stringify(content)), contentContext(id));
    const added = await this.deps.deliveries.add(tx, {
      id,
      channel,
      template,
      contentSealed,
      subscriptionId: null,
      ...row,
    });
    if (added && attachment) await this.deps.deliveries.attach(tx, id, attachment);
    if (added && row.dueAt <= tx.now) await askForDelivery(this.deps.jobs, tx, id);
    return added ? id : null;
  }

  recall(tx: Tx, messageId: string): Promise<void> {
    return this.deps.deliveries.recall(tx, messageId);
  }

  async withdraw(tx: Tx, dedupe: string): Promise<void> {
    await this.deps.deliveries.withdraw(tx, dedupe);
    await this.deps.inbox.withdraw(tx, dedupe);
  }
}

/** Notifies the account’s pages that its inbox changed. Stores no domain event: the entry of the inbox says what happened. */
export function announceInbox(tx: Tx, notificationId: string, accountId: string): void {
  const event = {
    type: 'notification.changed',
    hospitalId: tx.hospitalId,
    at: tx.now,
    entityId: notificationId,
    changes: [{ entity: 'inbox' as const, id: accountId, to: { accountIds: [accountId] } }],
  };
  for (const message of pageMessagesOf(event)) tx.publish(message);
}
