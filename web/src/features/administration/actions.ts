import {
  createDepartment,
  removeDepartment,
  saveDepartment,
} from '@yunzhen/shared/administration/departments.contract';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';

export const useCreateDepartment = (hooks?: CommandHooks<typeof createDepartment>) =>
  useCommand(createDepartment, { changes: [['departments']], ...hooks });

export const useSaveDepartment = (hooks?: CommandHooks<typeof saveDepartment>) =>
  useCommand(saveDepartment, { changes: [['departments']], ...hooks });

export const useRemoveDepartment = () => useCommand(removeDepartment, { changes: [['departments']] });
