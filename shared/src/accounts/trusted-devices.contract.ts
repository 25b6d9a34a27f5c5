import { routesOf } from '../core/route.ts';
import type { trustedDevicesSchemas } from './trusted-devices.schemas.ts';

export type { TrustedDevice, TrustedDevices } from './trusted-devices.schemas.ts';

const defineRoute = routesOf<typeof trustedDevicesSchemas>();

export const listTrustedDevices = defineRoute(
  'listTrustedDevices',
  'GET /api/account/trusted-devices',
  'second-factor.own',
);
export const trustDevice = defineRoute('trustDevice', 'POST /api/account/trusted-devices', 'second-factor.own', {
  confirmation: 'recent',
  status: 201,
});
export const endTrustedDevice = defineRoute(
  'endTrustedDevice',
  'DELETE /api/account/trusted-devices/:trustedDeviceId',
  'second-factor.own',
);
