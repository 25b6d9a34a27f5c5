import { changeDoctor } from '@yunzhen/shared/scheduling/doctor-changes.contract';
import { useCommand, type CommandHooks } from '../../../../core/commands/index.ts';

export const useChangeDoctor = (hooks?: CommandHooks<typeof changeDoctor>) =>
  useCommand(changeDoctor, { changes: [['appointment'], ['schedule'], ['visit']], ...hooks });
