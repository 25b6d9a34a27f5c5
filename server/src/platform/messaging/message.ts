import type { LocalizedText } from '@yunzhen/shared/core/locale';

export const channels = ['mail', 'sms'] as const;
/** Channels to an address that a person provides. */
export type Channel = (typeof channels)[number];
/** Every outgoing channel, including push, whose addresses no person provides. */
export type DeliveryChannel = Channel | 'push';

/** A file attached to a mail. */
export interface MessageAttachment {
  name: string;
  mediaType: string;
  bytes: Uint8Array;
}

/** One outgoing message. */
export interface OutgoingMessage {
  /** The same for every attempt at one message, so that a receiver can drop repeats. */
  id: string;
  hospitalId: string;
  /** Shown as the sender. */
  sender: LocalizedText;
  /** An e-mail address, a phone number in E.164 form, or a device’s subscription (`web-push.ts`). */
  address: string;
  /** Empty for a text message. */
  subject: string;
  text: string;
  /** For mail only. */
  attachment?: MessageAttachment | null;
  /** For push: wakes the device at once. */
  urgent?: boolean;
  /** For push: how long the message is useful. */
  timeToLiveSeconds?: number;
}

/**
 * An outgoing channel.
 *
 * Contract of every adapter:
 * - `send` resolves once the next system has accepted the message, and rejects otherwise. It has a timeout of 30 seconds at most.
 * - A rejection with `MessageRefused` is final (no such address, number blocked) and is not retried. Every other one is.
 * - The same `id` may come twice, when the process died between sending and recording. An adapter passes `id` on as the next
 *   system's deduplication key (SMTP: Message-ID; SMS gateways: their idempotency or out-trade key).
 * - Neither address nor text appears in a log or an error.
 */
export interface MessageChannel {
  send(message: OutgoingMessage): Promise<void>;
}

/** The next system will never accept this message. `message` is a code of that system, never its text. */
export class MessageRefused extends Error {
  override name = 'MessageRefused';
}

/** Rejected for good, because the recipient no longer exists there; the address is deleted. */
export class RecipientGone extends MessageRefused {
  override name = 'RecipientGone';
}
