import {
  activateKnowledgeRelease,
  checkDecisions,
  makeKnowledgeRelease,
  proposeDecision,
  signDecisions,
  withdrawDecisions,
} from '@yunzhen/shared/prescribing/knowledge.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

const changes = [['knowledge']];

export const useProposeDecision = (hooks: CommandHooks<typeof proposeDecision> = {}) =>
  useCommand(proposeDecision, { changes, ...hooks });
export const useCheckDecisions = () => useCommand(checkDecisions, { changes });
export const useSignDecisions = () => useCommand(signDecisions, { changes });
export const useWithdrawDecisions = () => useCommand(withdrawDecisions, { changes });
export const useMakeRelease = () => useCommand(makeKnowledgeRelease, { changes });

/** Activates a release, or (null) the data of the program. */
export const useActivateRelease = () => useCommand(activateKnowledgeRelease, { changes });
