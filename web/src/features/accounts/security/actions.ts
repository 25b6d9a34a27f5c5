import {
  changePassword,
  endOtherSessions,
  endOwnSession,
  type OwnSessions,
} from '@yunzhen/shared/accounts/account-security.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { ownSessionsKey } from './queries.ts';

const shown = { shows: (sessions: OwnSessions) => [ownSessionsKey, sessions] as const };

/** Changes the password, which ends all other sessions of the account. */
export const useChangePassword = (hooks: CommandHooks<typeof changePassword>) =>
  useCommand(changePassword, { changes: [ownSessionsKey], ...hooks });

export const useEndOwnSession = () => useCommand(endOwnSession, shown);

export const useEndOtherSessions = () => useCommand(endOtherSessions, shown);
