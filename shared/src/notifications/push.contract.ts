import { z } from 'zod';
import { empty, id, instant, text } from '../core/common.ts';
import { defineRoute } from '../core/route.ts';

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

export const listPushDevices = defineRoute({
  name: 'listPushDevices',
  method: 'GET',
  path: '/api/push',
  summary:
    'Devices that one is told things on, and the key that a browser subscribes with (null: this installation sends none)',
  permission: 'notification.read-own',
  response: z.strictObject({ publicKey: z.string().nullable(), devices: z.array(pushDevice) }),
});

export const addPushDevice = defineRoute({
  name: 'addPushDevice',
  method: 'POST',
  path: '/api/push',
  summary:
    'Be told things on this device from now on, until signing out on it; again with the same address changes nothing',
  permission: 'notification.read-own',
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
  status: 201,
  rateLimit: 30,
});

export const removePushDevice = defineRoute({
  name: 'removePushDevice',
  method: 'DELETE',
  path: '/api/push/:pushSubscriptionId',
  summary: 'Tell nothing more on a device of one’s own',
  permission: 'notification.read-own',
  params: z.strictObject({ pushSubscriptionId: id }),
  response: empty,
  status: 204,
});
