import type { Actor } from '../../platform/context.ts';
import type { Tx } from '../../platform/db/transaction.ts';
import { accountsParts, type AccountsDeps } from './accounts-parts.ts';
import { ActingService } from './acting/acting.service.ts';
import { createAgreements } from './agreements/create-agreements.ts';
import { createClosing } from './closing/create-closing.ts';
import { CounterAccounts } from './counter-accounts.ts';
import { createFamily } from './family/create-family.ts';
import { GuestAccounts } from './guest-accounts.ts';
import type { AccountsHooks } from './hooks.ts';
import { createIdentity } from './identity/create-identity.ts';
import { PatientsRepository } from './patients.repository.ts';
import { createPasskeys } from './passkeys/create-passkeys.ts';
import { createSecondFactor } from './second-factor/create-second-factor.ts';
import { createSecurity } from './security/create-security.ts';
import type { SessionCookies } from './sessions/session-cookies.ts';
import { createSignIn } from './sign-in/create-sign-in.ts';
import { PersonConfirmationCheck } from './sign-in/person-confirmation.ts';
import { StaffAccounts } from './staff-accounts.ts';

export type { CounterAccounts } from './counter-accounts.ts';
export type { GuestAccounts } from './guest-accounts.ts';
export type { SessionCookies } from './sessions/session-cookies.ts';
export { namesOf } from './sign-in/names-of.ts';
export { objectionToPassword } from './sign-in/sign-in.policy.ts';
export { makeInvitationSecret, requireInvitation } from './invitation-link.ts';
export type { StaffAccounts } from './staff-accounts.ts';
export { hashOfSecret } from './sessions/refresh-secret.ts';
export { hashPassword, passwordMatches } from './sign-in/passwords.ts';
export { authenticatorAddress, base32, matchingStep } from './second-factor/one-time-code.ts';
export { qrPath } from './second-factor/qr-path.ts';
export { sealContext as codeTargetContext } from './codes/codes.service.ts';
export { authenticatorContext } from './second-factor/confirmation.service.ts';
export { sealContext as guardianshipContext } from './family/family.service.ts';
export { identityContext, identityDigest, identityKeyContext } from './identity/identity-numbers.ts';

export interface AccountsArea {
  /** Accounts of pharmacy counters. */
  readonly counters: CounterAccounts;
  /** Accounts of staff. */
  readonly staff: StaffAccounts;
  /** Accounts of guests who join one call by invitation. */
  readonly guests: GuestAccounts;
  readonly patients: PatientsRepository;
  /** Writes the cookie of a session that another area has opened. */
  readonly cookie: SessionCookies;
  /** Confirms by password or code that the account holder is present. */
  readonly confirmPerson: PersonConfirmationCheck;
  /** Call it in the transaction of every signature. Throws `auth.second-factor-required`. */
  readonly confirmSigner: (tx: Tx, actor: Actor) => Promise<void>;
  /** Lets no device be trusted for longer than these days, from now on. */
  readonly shortenTrust: (tx: Tx, days: number) => Promise<void>;
  readonly hooks: AccountsHooks;
}

/** Creates the area of accounts, sessions, family and verified identity. */
export function createAccountsArea(deps: AccountsDeps): AccountsArea {
  const parts = accountsParts(deps);
  const { accounts, sessions, opening, endings, cookie, hooks } = parts;
  const { codes, confirmPassword } = createSignIn(deps, parts);
  const confirmation = createSecondFactor(deps, parts, { confirmPassword, codes });
  const confirmPerson = new PersonConfirmationCheck({ confirmPassword, codes });
  const staff = new StaffAccounts({ ...parts, codes });
  createPasskeys(deps, parts, confirmPerson);
  createSecurity(deps, parts, confirmPerson);
  createAgreements(deps, parts);
  createIdentity(deps);
  const family = createFamily(deps, parts, new ActingService(parts));
  createClosing(deps, parts, { family, staff, confirmPerson });
  return {
    counters: new CounterAccounts({ accounts, opening, endings }),
    staff,
    guests: new GuestAccounts({ accounts, sessions, accessTokens: deps.accessTokens }),
    patients: new PatientsRepository(),
    cookie,
    confirmPerson,
    confirmSigner: (tx, actor) => confirmation.confirmSigner(tx, actor),
    shortenTrust: (tx, days) => parts.trusted.shorten(tx, days),
    hooks,
  };
}
