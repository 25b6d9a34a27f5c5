import { stateCircumstances } from '@yunzhen/shared/prescribing/rules.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { circumstancesKey } from './queries.ts';

export const useStateCircumstances = (hooks: CommandHooks<typeof stateCircumstances>) =>
  useCommand(stateCircumstances, { changes: ({ params }) => [circumstancesKey(params.prescriptionId)], ...hooks });
