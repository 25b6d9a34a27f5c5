import { giveAgreements } from '@yunzhen/shared/accounts/agreements.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

export const useGiveAgreements = (hooks: CommandHooks<typeof giveAgreements>) =>
  useCommand(giveAgreements, { changes: [['own-agreements']], ...hooks });
