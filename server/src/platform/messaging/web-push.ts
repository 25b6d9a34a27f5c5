import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { MessageRefused, RecipientGone, type MessageChannel } from './message.ts';
import { InsideError, postOutside } from './outside-post.ts';
import { encryptPush } from './push-encryption.ts';
import type { VapidKey } from './vapid.ts';

/** A browser’s subscription, as encoded in the address of a message. */
export const pushAddress = z.strictObject({ endpoint: z.url(), p256dh: z.string(), auth: z.string() });
export type PushAddress = z.output<typeof pushAddress>;

/** After this time an undelivered message is useless to a device. */
const usualTimeToLive = 12 * 60 * 60;

/**
 * Sends web push (RFC 8030) to the browser’s push service. The topic is the message’s id, by which the service detects repeats: an offline device
 * gets only one, and an online device replaces the first. `trusted`: origins that may be internal addresses.
 */
export function createWebPush(options: { key: VapidKey; clock: Clock; trusted: ReadonlySet<string> }): MessageChannel {
  const { key, clock, trusted } = options;
  return {
    async send({ id, address, text, urgent, timeToLiveSeconds }) {
      const { endpoint, p256dh, auth } = pushAddress.parse(JSON.parse(address));
      const url = new URL(endpoint);
      const keys = { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') };
      const headers = {
        authorization: key.authorization(url.origin, clock.now()),
        'content-encoding': 'aes128gcm',
        'content-type': 'application/octet-stream',
        ttl: String(timeToLiveSeconds ?? usualTimeToLive),
        urgency: urgent ? 'high' : 'normal',
        // At most 32 characters of base64url (RFC 8030, section 5.4).
        topic: id.replaceAll('-', ''),
      };
      const status = await post(url, headers, encryptPush(keys, Buffer.from(text)), trusted);
      if (status === 404 || status === 410) throw new RecipientGone(`push service answered with status ${status}`);
      // Rejected for its content. 401 and 403 may be a clock or a key that will be corrected soon.
      if ([400, 413, 422].includes(status) || (status >= 300 && status < 400))
        throw new MessageRefused(`push service answered with status ${status}`);
      if (status < 200 || status >= 300) throw new Error(`push service answered with status ${status}`);
    },
  };
}

async function post(url: URL, headers: Record<string, string>, body: Uint8Array, trusted: ReadonlySet<string>) {
  try {
    return (await postOutside(url, { headers, body, trusted })).status;
  } catch (error) {
    if (error instanceof InsideError) throw new RecipientGone('push address is internal');
    // The network’s text may quote the address.
    throw new Error('push service cannot be reached', { cause: undefined });
  }
}
