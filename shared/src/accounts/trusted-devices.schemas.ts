import { z } from 'zod';
import { id, instant } from '../core/common.ts';
import { ownSession } from './account-security.schemas.ts';
import type { RouteSchemas } from '../core/route.ts';

const trustedDevice = ownSession.pick({ id: true, device: true, browser: true, system: true, place: true }).extend({
  /** True for the browser of the caller. */
  current: z.boolean(),
  createdAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
});
export type TrustedDevice = z.output<typeof trustedDevice>;

const trustedDevices = z.strictObject({
  /** For how many days the hospital trusts a device; 0 for not at all. */
  days: z.int(),
  items: z.array(trustedDevice),
});
export type TrustedDevices = z.output<typeof trustedDevices>;

export const trustedDevicesSchemas = {
  listTrustedDevices: {
    summary: 'List browsers in which you sign in without the second factor',
    response: trustedDevices,
  },
  trustDevice: {
    summary:
      'Trust this browser for the days that the hospital allows; sets a cookie, and sensitive actions still need a factor',
    response: trustedDevices,
    rateLimit: 10,
  },
  endTrustedDevice: {
    summary: 'End the trust in one of your browsers',
    params: z.strictObject({ trustedDeviceId: id }),
    response: trustedDevices,
  },
} satisfies RouteSchemas;
