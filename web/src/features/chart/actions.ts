import { addAllergy } from '@yunzhen/shared/chart/chart.contract';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';

export const useAddAllergy = (hooks?: CommandHooks<typeof addAllergy>) =>
  useCommand(addAllergy, { changes: [['chart']], ...hooks });
