import type { ActorContext } from '../../../platform/context.ts';
import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import type { CodesService } from '../codes/codes.service.ts';
import { ConfirmationService } from './confirmation.service.ts';
import { EnrolmentService } from './enrolment.service.ts';
import { FirstFactorService } from './first-factor.service.ts';
import { registerSecondFactorRoutes } from './second-factor.routes.ts';

type ConfirmPassword = (context: ActorContext, password: string) => Promise<void>;

/** The second factor: enrolment, and confirmation of actions that a password alone must not allow. */
export function createSecondFactor(
  { routes, settings }: AccountsDeps,
  parts: AccountsParts,
  { confirmPassword, codes }: { confirmPassword: ConfirmPassword; codes: CodesService },
): ConfirmationService {
  const firstFactor = new FirstFactorService({ ...parts, codes });
  const confirmation = new ConfirmationService({ ...parts, firstFactor, demo: settings.DEMO_MODE });
  routes.confirmBy((context) => confirmation.requireRecent(context));
  const enrolment = new EnrolmentService({ ...parts, confirmation, confirmPassword, firstFactor });
  registerSecondFactorRoutes(routes, { confirmation, enrolment, firstFactor });
  return confirmation;
}
