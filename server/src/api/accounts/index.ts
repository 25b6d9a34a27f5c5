import { hkdfSync } from 'node:crypto';
import { labelOfHost } from '../../platform/http/own-address.ts';
import { channels } from '../../platform/messaging/message.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { AccountsService } from './accounts.service.ts';
import { ActingRepository } from './acting/acting.repository.ts';
import { ActingService } from './acting/acting.service.ts';
import { DependantAccounts } from './acting/dependant-accounts.ts';
import { AttemptsRepository } from './sign-in/attempts.repository.ts';
import { CodeSecrets } from './codes/code-secrets.ts';
import { CodesRepository } from './codes/codes.repository.ts';
import { registerCodeRoutes } from './codes/codes.routes.ts';
import { CodesService } from './codes/codes.service.ts';
import { ProofsService } from './codes/proofs.service.ts';
import { registerAuthRoutes } from './sign-in/sign-in.routes.ts';
import { CounterAccounts } from './counter-accounts.ts';
import { GuestAccounts } from './guest-accounts.ts';
import { requireAddressAt, type HospitalsService } from '../administration/index.ts';
import { PasswordCheck } from './sign-in/password-check.ts';
import { PersonConfirmationCheck } from './sign-in/person-confirmation.ts';
import { RefreshCookie } from './sessions/refresh-cookie.ts';
import { SecretSuccession } from './sessions/refresh-secret.ts';
import { RefreshService } from './sessions/refresh.service.ts';
import { SessionOpening } from './sessions/session-opening.ts';
import { ConfirmationService } from './second-factor/confirmation.service.ts';
import { EnrolmentService } from './second-factor/enrolment.service.ts';
import { Passkeys } from './passkeys/passkeys.ts';
import { registerSecondFactorRoutes } from './second-factor/second-factor.routes.ts';
import { SecondFactorsRepository } from './second-factor/second-factors.repository.ts';
import { SessionsRepository } from './sessions/sessions.repository.ts';
import { SessionsService } from './sessions/sessions.service.ts';
import { PasskeySignInService } from './passkeys/passkey-sign-in.service.ts';
import { SignInPasskeysRepository } from './passkeys/passkeys.repository.ts';
import { registerSignInPasskeyRoutes } from './passkeys/passkeys.routes.ts';
import { SignInPasskeysService } from './passkeys/passkeys.service.ts';
import { StaffAccounts, type LeavingHook } from './staff-accounts.ts';

export type { CounterAccounts } from './counter-accounts.ts';
export type { GuestAccounts } from './guest-accounts.ts';
export type { RefreshCookie } from './sessions/refresh-cookie.ts';
export { objectionToPassword } from './sign-in/sign-in.policy.ts';
export { makeInvitationSecret, requireInvitation } from './invitation-link.ts';
export type { StaffAccounts } from './staff-accounts.ts';
export { hashOfSecret } from './sessions/refresh-secret.ts';
export { hashPassword, passwordMatches } from './sign-in/passwords.ts';
export { authenticatorAddress, base32, matchingStep } from './second-factor/one-time-code.ts';
export { qrPath } from './second-factor/qr-path.ts';
export { sealContext as codeTargetContext } from './codes/codes.service.ts';
export { authenticatorContext } from './second-factor/confirmation.service.ts';
export { createClosingModule } from './closing/create-closing.ts';
export { createFamilyModule } from './family/create-family.ts';
export { sealContext as guardianshipContext } from './family/family.service.ts';
export { createIdentityModule } from './identity/create-identity.ts';
export { identityContext, identityDigest, identityKeyContext } from './identity/identity-numbers.ts';

/** Who people are: accounts and sessions. */
export function createAuthModule(deps: ApiDeps, hospitals: HospitalsService, notify: Notify) {
  const { transactions, clock, settings, accessTokens, hub } = deps;
  const accounts = new AccountsRepository();
  const sessions = new SessionsRepository();
  const acting = new ActingRepository();
  const attempts = new AttemptsRepository();
  const passwords = new PasswordCheck(transactions, accounts, attempts);
  const opening = new SessionOpening(sessions, hospitals, accessTokens, acting);
  const succession = new SecretSuccession(settings.ACCESS_TOKEN_SECRET);
  const digestKey = Buffer.from(hkdfSync('sha256', settings.ACCESS_TOKEN_SECRET, '', 'sign-in address digest', 32));
  const vault = deps.keyEncryption;
  const signIns = new SessionsService({ transactions, hospitals, passwords, opening, digestKey });
  const confirmPassword = signIns.confirmPassword.bind(signIns);
  const secrets = new CodeSecrets(settings.ACCESS_TOKEN_SECRET);
  const codes = new CodesService({
    transactions,
    codes: new CodesRepository(),
    accounts,
    hospitals,
    secrets,
    vault,
    notify,
    confirmPassword,
  });
  const services = {
    accounts: new AccountsService({ transactions, accounts, hospitals, opening, clock, codes, acting }),
    hospitals,
    refresh: new RefreshService({ transactions, sessions, accounts, opening, succession, hub }),
    sessions: signIns,
  };
  const cookie = new RefreshCookie(settings);
  const passkeys = new Passkeys(settings.PUBLIC_URL);
  const requireAddress = requireAddressAt(settings.PUBLIC_URL);
  registerAuthRoutes(
    deps.routes,
    cookie,
    services,
    { channels: channels.filter((channel) => notify.can(channel)), passkeys: passkeys.possible },
    (request) => labelOfHost(request.host, settings.PUBLIC_URL),
    requireAddress,
  );
  const proofs = new ProofsService({ transactions, codes, accounts, sessions, hospitals, opening, notify, hub });
  registerCodeRoutes(deps.routes, cookie, requireAddress, codes, proofs);
  const factors = new SecondFactorsRepository(settings.DEMO_MODE);
  const demo = settings.DEMO_MODE;
  const confirmation = new ConfirmationService({ transactions, factors, attempts, hospitals, passkeys, vault, demo });
  const enrolment = new EnrolmentService({
    transactions,
    accounts,
    factors,
    hospitals,
    passkeys,
    vault,
    confirmation,
    confirmPassword,
  });
  registerSecondFactorRoutes(deps.routes, confirmation, enrolment);
  const confirmPerson = new PersonConfirmationCheck(confirmPassword, codes);
  const rows = new SignInPasskeysRepository();
  const own = { transactions, accounts, hospitals, passkeys, rows, challenges: factors, confirmPerson, notify };
  registerSignInPasskeyRoutes(
    deps.routes,
    cookie,
    requireAddress,
    new SignInPasskeysService(own),
    new PasskeySignInService({ transactions, accounts, hospitals, opening, passkeys, rows }),
  );
  const leaving: LeavingHook[] = [];
  const left: LeavingHook = async (tx, accountId) => {
    for (const hook of leaving) await hook(tx, accountId);
  };
  const actingFor = new ActingService({ transactions, accounts, acting, opening, hub, left });
  const staff = new StaffAccounts(accounts, sessions, opening, hub, left);
  return {
    /** Lets a session go on for a dependant, or for the person again. */
    actFor: actingFor.actFor.bind(actingFor),
    /** Accounts of people who are acted for. */
    dependants: new DependantAccounts(accounts, actingFor),
    /** Accounts that another module makes and ends. */
    counters: new CounterAccounts(accounts, sessions, opening, hub),
    /** Accounts of the staff. */
    staff,
    /** Signs an account out everywhere. */
    endSessionsOf: staff.endSessions.bind(staff),
    /** Where the session of an account goes that another module has opened. */
    cookie,
    /** Accounts of people who come into one call by an invitation. */
    guests: new GuestAccounts(accounts, sessions, accessTokens, hub),
    /** Carries on what ends with an account’s rights, such as the call that it is in. */
    addLeavingHook: (hook: LeavingHook): void => {
      leaving.push(hook);
    },
    confirmPassword,
    /** Whether the signed-in person is really there, by password or code. */
    confirmPerson,
    /** To be asked in the transaction of every signature; throws `auth.second-factor-required`. */
    confirmSigner: confirmation.confirmSigner.bind(confirmation),
  };
}

export type AuthModule = ReturnType<typeof createAuthModule>;
