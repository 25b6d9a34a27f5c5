import { defineRoute } from '../core/route.ts';
import type { trustedDevicesSchemas } from './trusted-devices.schemas.ts';

export type { TrustedDevice, TrustedDevices } from './trusted-devices.schemas.ts';

export const listTrustedDevices = defineRoute<typeof trustedDevicesSchemas, 'listTrustedDevices'>({
  name: 'listTrustedDevices',
  method: 'GET',
  path: '/api/account/trusted-devices',
  permission: 'second-factor.own',
});

export const trustDevice = defineRoute<typeof trustedDevicesSchemas, 'trustDevice'>({
  name: 'trustDevice',
  method: 'POST',
  path: '/api/account/trusted-devices',
  permission: 'second-factor.own',
  confirmation: 'recent',
  status: 201,
});

export const endTrustedDevice = defineRoute<typeof trustedDevicesSchemas, 'endTrustedDevice'>({
  name: 'endTrustedDevice',
  method: 'DELETE',
  path: '/api/account/trusted-devices/:trustedDeviceId',
  permission: 'second-factor.own',
});
