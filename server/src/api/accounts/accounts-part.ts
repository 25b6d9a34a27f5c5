import type { ApiDeps } from '../core/area-deps.ts';
import type { ActorContext } from '../../platform/context.ts';
import type { HospitalsService } from '../administration/index.ts';
import type { Notify } from '../notifications/index.ts';
import type { AccountsRepository } from './accounts.repository.ts';
import type { ActingRepository } from './acting/acting.repository.ts';
import type { Agreements } from './agreements/agreements.ts';
import type { ClosingRepository } from './closing/closing.repository.ts';
import type { AccountsHooks } from './hooks.ts';
import type { IdentityRepository } from './identity/identity.repository.ts';
import type { SignInPasskeysRepository } from './passkeys/passkeys.repository.ts';
import type { Passkeys } from './passkeys/passkeys.ts';
import type { SecondFactorsRepository } from './second-factor/second-factors.repository.ts';
import type { SessionEndings } from './sessions/session-endings.ts';
import type { SessionOpening } from './sessions/session-opening.ts';
import type { SessionsRepository } from './sessions/sessions.repository.ts';
import type { TrustedDevicesRepository } from './trusted-devices/trusted-devices.repository.ts';
import type { KnownDevices } from './sign-in/known-devices.ts';

/** Everything that services of this area are built from, each under one name. */
interface Parts extends ApiDeps {
  accounts: AccountsRepository;
  acting: ActingRepository;
  agreements: Agreements;
  closings: ClosingRepository;
  confirmPassword: (context: ActorContext, password: string) => Promise<void>;
  devices: KnownDevices;
  endings: SessionEndings;
  factors: SecondFactorsRepository;
  hooks: AccountsHooks;
  hospitals: HospitalsService;
  identities: IdentityRepository;
  notify: Notify;
  opening: SessionOpening;
  passkeys: Passkeys;
  rows: SignInPasskeysRepository;
  sessions: SessionsRepository;
  trusted: TrustedDevicesRepository;
}

/** Some of these parts, picked by name. */
export type AccountsPart<Name extends keyof Parts> = Pick<Parts, Name>;
