import { requireAddressAt, type AdministrationArea } from '../administration/index.ts';
import type { ApiDeps } from '../core/area-deps.ts';
import type { Notify } from '../notifications/index.ts';
import { AccountsRepository } from './accounts.repository.ts';
import { accountsHooks } from './hooks.ts';
import { ActingRepository } from './acting/acting.repository.ts';
import { Agreements } from './agreements/agreements.ts';
import { AgreementsRepository } from './agreements/agreements.repository.ts';
import { Passkeys } from './passkeys/passkeys.ts';
import { SecondFactorsRepository } from './second-factor/second-factors.repository.ts';
import { SessionCookies } from './sessions/session-cookies.ts';
import { SessionEndings } from './sessions/session-endings.ts';
import { SessionOpening } from './sessions/session-opening.ts';
import { SessionsRepository } from './sessions/sessions.repository.ts';
import { SecretSuccession } from './sessions/refresh-secret.ts';
import { DeviceTrust } from './trusted-devices/device-trust.ts';
import { TrustedDevicesRepository } from './trusted-devices/trusted-devices.repository.ts';
import { KnownDevices } from './sign-in/known-devices.ts';
import { AttemptsRepository } from './sign-in/attempts.repository.ts';

export interface AccountsDeps extends ApiDeps {
  administration: Pick<AdministrationArea, 'hospitals'>;
  notifications: Notify;
}

export type AccountsParts = ReturnType<typeof accountsParts>;

/** Creates what the folders of this area share: repositories, session opening, and what every way of signing in needs. */
export function accountsParts(deps: AccountsDeps) {
  const { hospitals } = deps.administration;
  const { settings } = deps;
  const sessions = new SessionsRepository();
  const acting = new ActingRepository();
  const hooks = accountsHooks();
  const agreements = new Agreements({ rows: new AgreementsRepository() });
  const trusted = new TrustedDevicesRepository();
  const factors = new SecondFactorsRepository(settings.DEMO_MODE);
  const succession = new SecretSuccession(settings.ACCESS_TOKEN_SECRET);
  const devices = new KnownDevices(settings.ACCESS_TOKEN_SECRET);
  return {
    transactions: deps.transactions,
    hub: deps.hub,
    keyEncryption: deps.keyEncryption,
    notify: deps.notifications,
    hospitals,
    accounts: new AccountsRepository(),
    sessions,
    endings: new SessionEndings({ sessions, hooks, trusted }),
    hooks,
    devices,
    acting,
    agreements,
    attempts: new AttemptsRepository(),
    factors,
    succession,
    trusted,
    trust: new DeviceTrust({ trusted, sessions, factors, hospitals, succession }),
    opening: new SessionOpening({ sessions, hospitals, accessTokens: deps.accessTokens, acting, agreements }),
    passkeys: new Passkeys(settings.PUBLIC_URL),
    cookie: new SessionCookies(settings, devices),
    requireAddress: requireAddressAt(settings.PUBLIC_URL),
  };
}
