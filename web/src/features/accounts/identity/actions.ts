import { checkIdentity } from '@yunzhen/shared/accounts/identity.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { identityKey } from './queries.ts';

/** Submits the document for verification. Attempts are limited: the same one sent again after a lost answer counts once. */
export const useCheckIdentity = (patientId: string, hooks: CommandHooks<typeof checkIdentity>) =>
  useCommand(checkIdentity, { shows: ({ identity }) => [identityKey(patientId), identity], ...hooks });
