import { z } from 'zod';
import { localized, locales } from '@yunzhen/shared/core/locale';
import type { WordingPart } from '@yunzhen/shared/notifications/message-words';
import type { Clock } from '../../../platform/clock.ts';
import { systemContext } from '../../../platform/context.ts';
import type { Transactions, Tx } from '../../../platform/db/transaction.ts';
import type { JobDefinition, Jobs } from '../../../platform/jobs/jobs.ts';
import {
  MessageRefused,
  RecipientGone,
  type DeliveryChannel,
  type MessageChannel,
  type OutgoingMessage,
} from '../../../platform/messaging/message.ts';
import { messagesTotal } from '../../../platform/metrics/instruments.ts';
import type { LastOutcomes } from '../../../platform/outcomes/last-outcomes.ts';
import { channelOutcome } from '../../../platform/outcomes/outcome-names.ts';
import type { KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import { isStale, leaseFor, nextTry } from './delivery.policy.ts';
import type { ClaimedDelivery, DeliveriesRepository } from './deliveries.repository.ts';
import type { NotificationsRepository } from '../notifications.repository.ts';
import type { PushRepository } from '../push/push.repository.ts';
import { composePush } from '../push/push-message.ts';
import { templateOf } from '../templates/index.ts';
import { fillIn, readerOf, wordsOf, type OwnWording } from '../templates/wording.ts';

const deliverJob = 'deliver-message';
const payload = z.strictObject({ hospitalId: z.uuid(), deliveryId: z.uuid() });

const contentSchema = z.strictObject({
  address: z.string(),
  locale: z.enum(locales),
  facts: z.record(z.string(), z.unknown()),
  link: z.string().nullable(),
  /** The recipient’s own; if absent, the hospital’s. */
  timeZone: z.string().optional(),
});
/** Text and recipient of a message, as encrypted. */
export type SealedContent = z.output<typeof contentSchema>;

/** The encryption context that binds the content to its message. */
export const contentContext = (deliveryId: string) => `message/${deliveryId}`;

interface Parts {
  transactions: Transactions;
  inbox: NotificationsRepository;
  deliveries: DeliveriesRepository;
  keyEncryption: KeyEncryption;
  channels: ReadonlyMap<DeliveryChannel, MessageChannel>;
  devices: PushRepository;
  ownWording: OwnWording;
  /** Returns the address of a hospital’s pages. */
  addressOf: (slug: string) => string;
  clock: Clock;
  outcomes: Pick<LastOutcomes, 'succeeded' | 'failed'>;
}

export function askForDelivery(jobs: Jobs, tx: Tx, deliveryId: string): Promise<void> {
  return jobs.enqueue(tx, deliverJob, { hospitalId: tx.hospitalId, deliveryId }, deliveryId);
}

/**
 * Sends one message: claims it in one transaction, sends outside any, and settles in another. If the process dies in between, it is sent again with
 * the same id after the lease. So delivery is at least once.
 */
export function deliveryJob(parts: Parts): JobDefinition<typeof payload> {
  const { transactions, deliveries, channels, clock } = parts;
  return {
    name: deliverJob,
    payload,
    run: async ({ hospitalId, deliveryId }, jobId) => {
      const context = systemContext(hospitalId, `job:${jobId}`);
      const claimed = await transactions.run(context, async (tx) => {
        const leasedUntil = new Date(tx.now.getTime() + leaseFor);
        const delivery = await deliveries.claim(tx, deliveryId, leasedUntil);
        if (!delivery) return null;
        const stale = isStale(delivery.wantedAt, templateOf(delivery.template)?.staleAfterMinutes, tx.now);
        const message = stale ? null : await compose(parts, tx, delivery);
        if (!message) {
          await deliveries.settle(tx, deliveryId, 'failed', stale ? 'too late' : 'nothing to say');
          tx.afterCommit(() => messagesTotal.inc({ channel: delivery.channel, outcome: 'dropped' }));
        }
        return message && { delivery, message };
      });
      const channel = claimed && channels.get(claimed.delivery.channel);
      if (!claimed || !channel) return;
      const count = (outcome: string) => messagesTotal.inc({ channel: claimed.delivery.channel, outcome });
      try {
        await channel.send(claimed.message);
      } catch (error) {
        // Store only our own codes, because another system’s text may quote the address.
        const failure = error instanceof MessageRefused ? error.message : 'not taken over';
        const again = error instanceof MessageRefused ? null : nextTry(claimed.delivery.attempts, clock.now());
        await transactions.run(context, async (tx) => {
          const { subscriptionId } = claimed.delivery;
          if (error instanceof RecipientGone && subscriptionId) await parts.devices.remove(tx, subscriptionId);
          if (again) await deliveries.tryAgainAt(tx, deliveryId, again, failure);
          else await deliveries.settle(tx, deliveryId, 'failed', failure);
        });
        count(again ? 'retried' : 'refused');
        // A refusal of one address is an answer of a channel that works.
        if (again) parts.outcomes.failed(channelOutcome(claimed.delivery.channel), codeOf(error));
        return;
      }
      await transactions.run(context, async (tx) => {
        const { subscriptionId } = claimed.delivery;
        if (subscriptionId) await parts.devices.sent(tx, subscriptionId);
        await deliveries.settle(tx, deliveryId, 'delivered', null);
      });
      count('delivered');
      parts.outcomes.succeeded(channelOutcome(claimed.delivery.channel));
    },
  };
}

/** Returns a status such as `451`, or a code such as `ECONNREFUSED`, and nothing else of what another system said; null without one. */
function codeOf(error: unknown): string | null {
  const { message = '', cause } = error as { message?: string; cause?: { code?: unknown } };
  const code = typeof cause?.code === 'string' ? cause.code : message;
  return /\b(\d{3}|E[A-Z]{3,20})\b/.exec(code)?.[1] ?? null;
}

async function compose(parts: Parts, tx: Tx, delivery: ClaimedDelivery): Promise<OutgoingMessage | null> {
  const template = templateOf(delivery.template);
  if (!template) return null;
  const opened = await parts.keyEncryption.open(delivery.contentSealed, contentContext(delivery.id));
  const { address, locale, facts, link, timeZone } = contentSchema.parse(JSON.parse(Buffer.from(opened).toString()));
  const hospital = await parts.inbox.hospital(tx);
  const reader = readerOf(locale, timeZone, hospital);
  // The text that is active when it is sent; the delivery stores its version.
  const own = await parts.ownWording(tx, delivery.template, null);
  await parts.deliveries.setWording(tx, delivery.id, own.version);
  if (delivery.channel === 'push') {
    const words = wordsOf(template, own, 'push', locale);
    return words === null
      ? null
      : composePush(parts, tx, delivery, { template, words, facts, link, reader, sender: hospital.name });
  }
  const standing = {
    hospital: localized(hospital.name, locale),
    link: link ? parts.addressOf(hospital.slug) + link : '',
  };
  const words = (part: WordingPart) => {
    const text = wordsOf(template, own, part, locale);
    return text === null ? null : fillIn(text, template.facts, facts, reader, standing);
  };
  const mail = delivery.channel === 'mail';
  const text = words(mail ? 'mail' : 'sms');
  const subject = mail ? words('subject') : '';
  if (text === null || subject === null) return null;
  const attachment = mail ? await parts.deliveries.attachment(tx, delivery.id) : null;
  const common = { id: delivery.id, hospitalId: tx.hospitalId, sender: hospital.name, address };
  return { ...common, subject, text: text.trimEnd(), attachment };
}
