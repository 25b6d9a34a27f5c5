import type { ActorContext } from '../../../platform/context.ts';
import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import { ConfirmationService } from './confirmation.service.ts';
import { EnrolmentService } from './enrolment.service.ts';
import { registerSecondFactorRoutes } from './second-factor.routes.ts';

/** The second factor: enrolment, and confirmation of actions that a password alone must not allow. */
export function createSecondFactor(
  { routes, settings }: AccountsDeps,
  parts: AccountsParts,
  confirmPassword: (context: ActorContext, password: string) => Promise<void>,
): ConfirmationService {
  const confirmation = new ConfirmationService({ ...parts, demo: settings.DEMO_MODE });
  routes.confirmBy((context) => confirmation.requireRecent(context));
  registerSecondFactorRoutes(routes, confirmation, new EnrolmentService({ ...parts, confirmation, confirmPassword }));
  return confirmation;
}
