import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import type { PersonConfirmationCheck } from '../sign-in/person-confirmation.ts';
import { OwnSessionsService } from './own-sessions.service.ts';
import { PasswordChangeService } from './password-change.service.ts';
import { registerSecurityRoutes } from './security.routes.ts';

/** What account holders do for the security of their own account. */
export function createSecurity(
  { routes }: AccountsDeps,
  parts: AccountsParts,
  confirmPerson: PersonConfirmationCheck,
): void {
  registerSecurityRoutes(routes, new PasswordChangeService({ ...parts, confirmPerson }), new OwnSessionsService(parts));
}
