import { z } from 'zod';
import { empty, id, instant, text } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const pushDevice = z.strictObject({
  id,
  /** What the browser calls itself, e.g. `Chrome · Android`. */
  device: z.string(),
  addedAt: instant,
  lastSentAt: instant.nullable(),
  /** The one that asks. */
  current: z.boolean(),
});
export type PushDevice = z.output<typeof pushDevice>;

export const pushSchemas = {
  listPushDevices: {
    summary:
      'Devices that one is told things on, and the key that a browser subscribes with (null: this installation sends none)',
    response: z.strictObject({ publicKey: z.string().nullable(), devices: z.array(pushDevice) }),
  },
  addPushDevice: {
    summary:
      'Be told things on this device from now on, until signing out on it; again with the same address changes nothing',
    body: z.strictObject({
      /** As the browser was given it. */
      endpoint: z.url().max(1000),
      keys: z.strictObject({
        p256dh: z.string().regex(/^[\w-]{87}$/),
        auth: z.string().regex(/^[\w-]{22}$/),
      }),
      device: text(60, 1),
    }),
    response: pushDevice,
    rateLimit: 30,
  },
  removePushDevice: {
    summary: 'Tell nothing more on a device of one’s own',
    params: z.strictObject({ pushSubscriptionId: id }),
    response: empty,
  },
} satisfies RouteSchemas;
