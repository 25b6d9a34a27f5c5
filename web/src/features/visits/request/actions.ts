import { createVisit } from '@yunzhen/shared/visits/visits.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

export const useCreateVisit = (hooks?: CommandHooks<typeof createVisit>) => useCommand(createVisit, hooks);
