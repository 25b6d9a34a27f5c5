import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import type { PersonConfirmationCheck } from '../sign-in/person-confirmation.ts';
import { OwnSessionsService } from './own-sessions.service.ts';
import { PasswordChangeService } from './password-change.service.ts';
import { registerTrustedDeviceRoutes } from '../trusted-devices/trusted-devices.routes.ts';
import { TrustedDevicesService } from '../trusted-devices/trusted-devices.service.ts';
import { registerSecurityRoutes } from './security.routes.ts';

/** What account holders do for the security of their own account. */
export function createSecurity(
  { routes }: AccountsDeps,
  parts: AccountsParts,
  confirmPerson: PersonConfirmationCheck,
): void {
  registerTrustedDeviceRoutes(routes, parts.cookie, new TrustedDevicesService(parts));
  registerSecurityRoutes(routes, new PasswordChangeService({ ...parts, confirmPerson }), new OwnSessionsService(parts));
}
