import { localized, type LocalizedText } from '@yunzhen/shared/core/locale';
import type { PushMessage } from './push-payload.ts';
import type { Tx } from '../../../platform/db/transaction.ts';
import type { OutgoingMessage } from '../../../platform/messaging/message.ts';
import type { KeyEncryption } from '../../../platform/signing/key-encryption.ts';
import type { ClaimedDelivery } from '../delivery/deliveries.repository.ts';
import type { NotificationsRepository } from '../notifications.repository.ts';
import type { Template } from '../templates/template.ts';
import { fillIn, type Reader, type StoredFacts } from '../templates/wording.ts';
import type { PushRepository } from './push.repository.ts';
import { pushContext } from './push.service.ts';

/** Composes the message for one device; null when the device is gone, or the message was read elsewhere. */
export async function composePush(
  parts: { devices: PushRepository; inbox: NotificationsRepository; keyEncryption: KeyEncryption },
  tx: Tx,
  delivery: ClaimedDelivery,
  said: {
    template: Template;
    words: string;
    facts: StoredFacts;
    link: string | null;
    reader: Reader;
    sender: LocalizedText;
  },
): Promise<OutgoingMessage | null> {
  const { template, words, facts, link, reader, sender } = said;
  const device = delivery.subscriptionId && (await parts.devices.find(tx, delivery.subscriptionId));
  if (!device) return null;
  if (delivery.notificationId && (await parts.inbox.isRead(tx, delivery.notificationId))) return null;
  const title = localized(sender, reader.locale);
  const body = fillIn(words, template.facts, facts, reader, { hospital: title });
  const urgent = template.urgent ?? false;
  const message: PushMessage = { id: delivery.id, title, body, link, locale: reader.locale, urgent };
  const address = Buffer.from(await parts.keyEncryption.open(device.addressSealed, pushContext(device.id))).toString();
  const worth = template.staleAfterMinutes;
  return {
    id: delivery.id,
    hospitalId: tx.hospitalId,
    sender,
    address,
    subject: title,
    urgent,
    text: JSON.stringify(message),
    ...(worth === undefined ? {} : { timeToLiveSeconds: worth * 60 }),
  };
}
