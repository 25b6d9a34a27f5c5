import { moveOrphanedAppointment } from '@yunzhen/shared/scheduling/doctor-changes.contract';
import { saveSchedule } from '@yunzhen/shared/scheduling/schedules.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

export const useSaveSchedule = (hooks?: CommandHooks<typeof saveSchedule>) =>
  useCommand(saveSchedule, { changes: [['schedule']], ...hooks });

export const useMoveOrphanedAppointment = (hooks?: CommandHooks<typeof moveOrphanedAppointment>) =>
  useCommand(moveOrphanedAppointment, { changes: [['schedule', 'orphaned']], ...hooks });
