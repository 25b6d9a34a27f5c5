import type { LocalizedText } from '@yunzhen/shared/core/locale';

export const channels = ['mail', 'sms'] as const;
/** Ways to an address that a person gives. */
export type Channel = (typeof channels)[number];
/** Every way out of the house: also to devices, which nobody gives an address of. */
export type DeliveryChannel = Channel | 'push';

/** A file that goes with a mail. */
export interface MessageAttachment {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** One message as it leaves the house. */
export interface OutgoingMessage {
  /** The same for every try of one message: a receiver that knows it may drop the repeat. */
  id: string;
  hospitalId: string;
  /** Shown as the sender. */
  sender: LocalizedText;
  /** An e-mail address, a phone number in the international form of E.164, or a device’s subscription (`web-push.ts`). */
  address: string;
  /** Empty for a text message. */
  subject: string;
  text: string;
  /** Of a mail; a text message has none. */
  attachment?: MessageAttachment | null;
  /** To a device: wakes it at once. */
  urgent?: boolean;
  /** To a device: how long it is worth being delivered. */
  timeToLiveSeconds?: number;
}

/**
 * A way out of the house.
 *
 * Contract of every adapter:
 * - `send` resolves once the next system has taken the message over, and rejects otherwise. It bounds its time (30 seconds at most).
 * - A rejection with `MessageRefused` is final (no such address, number blocked): it is not tried again. Every other one is.
 * - The same `id` may come twice, when the process died between the sending and its being noted: an adapter hands `id` on as what
 *   the next system tells repeats by (SMTP: Message-ID; SMS gateways: their idempotency or out-trade key).
 * - Neither address nor text gets into a log or an error.
 */
export interface MessageChannel {
  send(message: OutgoingMessage): Promise<void>;
}

/** The next system said that it will never take this message. `message` is a code of that system, never its words. */
export class MessageRefused extends Error {
  override name = 'MessageRefused';
}

/** Refused for good, since nobody is to be reached there any more: what led there is forgotten. */
export class RecipientGone extends MessageRefused {
  override name = 'RecipientGone';
}
