import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  type OwnSessions,
} from '@yunzhen/shared/accounts/account-security.contract';
import { endTrustedDevice, trustDevice, type TrustedDevices } from '@yunzhen/shared/accounts/trusted-devices.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { ownSessionsKey, trustedDevicesKey } from './queries.ts';

const shown = { shows: (sessions: OwnSessions) => [ownSessionsKey, sessions] as const };

/** Changes the password, which ends all other sessions of the account. */
export const useChangePassword = (hooks: CommandHooks<typeof changePassword>) =>
  useCommand(changePassword, { changes: [ownSessionsKey, trustedDevicesKey], ...hooks });

export const useEndOwnSession = () => useCommand(endOwnSession, { ...shown, changes: [trustedDevicesKey] });

export const useEndOtherSessions = () => useCommand(endOtherSessions, { ...shown, changes: [trustedDevicesKey] });

const trusted = { shows: (devices: TrustedDevices) => [trustedDevicesKey, devices] as const };

/** Lets this browser take the place of the second factor at the next sign-ins. */
export const useTrustDevice = () => useCommand(trustDevice, trusted);

export const useEndTrustedDevice = () => useCommand(endTrustedDevice, trusted);
