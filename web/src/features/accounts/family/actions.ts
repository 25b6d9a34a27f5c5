import {
  addChild,
  decideGuardianship,
  endGuardianship,
  inviteDependant,
} from '@yunzhen/shared/accounts/family.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

const family = { changes: [['inbox', 'family']] };

export const useAddChild = (hooks: CommandHooks<typeof addChild>) => useCommand(addChild, { ...family, ...hooks });

export const useInviteDependant = (hooks: CommandHooks<typeof inviteDependant>) =>
  useCommand(inviteDependant, { ...family, ...hooks });

/** Accepts or declines a guardian. */
export const useDecideGuardianship = () => useCommand(decideGuardianship, family);

export const useEndGuardianship = () => useCommand(endGuardianship, family);
