import * as contract from '@yunzhen/shared/accounts/trusted-devices.contract';
import type { RouteRegistrar } from '../../../platform/http/register-route.ts';
import type { SessionCookies } from '../sessions/session-cookies.ts';
import type { TrustedDevicesService } from './trusted-devices.service.ts';

export function registerTrustedDeviceRoutes(
  routes: RouteRegistrar,
  cookie: SessionCookies,
  devices: TrustedDevicesService,
): void {
  routes.route(contract.listTrustedDevices, (context, _input, _reply, request) =>
    devices.list(context, cookie.trusted(request)),
  );
  routes.route(contract.trustDevice, async (context, _input, reply, request) => {
    const { state, set } = await devices.add(context, cookie.trusted(request));
    cookie.trust(request, reply, set);
    return state;
  });
  routes.route(contract.endTrustedDevice, async (context, { params }, reply, request) => {
    const { state, set } = await devices.end(context, params.trustedDeviceId, cookie.trusted(request));
    cookie.trust(request, reply, set);
    return state;
  });
}
