import { z } from 'zod';
import { empty, id, instant, text } from '../core/common.ts';
import type { RouteSchemas } from '../core/route.ts';

export const pushDevice = z.strictObject({
  id,
  /** From the user agent, e.g. `Chrome · Android`. */
  device: z.string(),
  addedAt: instant,
  lastSentAt: instant.nullable(),
  /** True for the device of the caller. */
  current: z.boolean(),
});
export type PushDevice = z.output<typeof pushDevice>;

export const pushSchemas = {
  listPushDevices: {
    summary: 'List your devices with notifications and the key to subscribe with (null if push is off)',
    response: z.strictObject({ publicKey: z.string().nullable(), devices: z.array(pushDevice) }),
  },
  addPushDevice: {
    summary: 'Turn on notifications on this device until sign-out; repeating changes nothing',
    body: z.strictObject({
      /** As the browser received it. */
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
    summary: 'Stop notifications on one of your devices',
    params: z.strictObject({ pushSubscriptionId: id }),
    response: empty,
  },
} satisfies RouteSchemas;
