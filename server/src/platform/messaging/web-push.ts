import { z } from 'zod';
import type { Clock } from '../clock.ts';
import { MessageRefused, RecipientGone, type MessageChannel } from './message.ts';
import { InsideError, postOutside } from './outside-post.ts';
import { encryptPush } from './push-encryption.ts';
import type { VapidKey } from './vapid.ts';

/** What a browser’s subscription says, as it stands in the address of a message. */
export const pushAddress = z.strictObject({ endpoint: z.url(), p256dh: z.string(), auth: z.string() });
export type PushAddress = z.output<typeof pushAddress>;

/** A message that nobody could be given for this long is of no use to a device. */
const usualTimeToLive = 12 * 60 * 60;

/**
 * Web push (RFC 8030) to the push service that a browser has named. The service tells repeats by the topic, which is the message’s id: of two with
 * one id a device that was away gets one, and a device that was there shows the second in place of the first. `trusted`: origins that need
 * be no addresses of the internet.
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
      if (status === 404 || status === 410) throw new RecipientGone(`push ${status}`);
      // Refused for what it is. 401 and 403 may be a clock or a key that is about to be mended.
      if ([400, 413, 422].includes(status) || (status >= 300 && status < 400))
        throw new MessageRefused(`push ${status}`);
      if (status < 200 || status >= 300) throw new Error(`push ${status}`);
    },
  };
}

async function post(url: URL, headers: Record<string, string>, body: Uint8Array, trusted: ReadonlySet<string>) {
  try {
    return (await postOutside(url, { headers, body, trusted })).status;
  } catch (error) {
    if (error instanceof InsideError) throw new RecipientGone('push inside');
    // What the network says may quote the address.
    throw new Error('push not reached', { cause: undefined });
  }
}
