import type { AccountsDeps, AccountsParts } from '../accounts-parts.ts';
import type { PersonConfirmationCheck } from '../sign-in/person-confirmation.ts';
import { PasskeySignInService } from './passkey-sign-in.service.ts';
import { SignInPasskeysRepository } from './passkeys.repository.ts';
import { registerSignInPasskeyRoutes } from './passkeys.routes.ts';
import { SignInPasskeysService } from './passkeys.service.ts';

/** Passkeys for the sign-in of patients. */
export function createPasskeys(
  { routes }: AccountsDeps,
  parts: AccountsParts,
  confirmPerson: PersonConfirmationCheck,
): void {
  const rows = new SignInPasskeysRepository();
  registerSignInPasskeyRoutes(
    routes,
    parts.cookie,
    parts.requireAddress,
    new SignInPasskeysService({ ...parts, rows, challenges: parts.factors, confirmPerson }),
    new PasskeySignInService({ ...parts, rows }),
  );
}
