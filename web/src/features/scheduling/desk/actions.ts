import { cancelDeskAppointment, moveDeskAppointment } from '@yunzhen/shared/scheduling/front-desk.contract';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';

const changes = [['appointment'], ['schedule']];

export const useMoveDeskAppointment = (hooks?: CommandHooks<typeof moveDeskAppointment>) =>
  useCommand(moveDeskAppointment, { changes, ...hooks });

export const useCancelDeskAppointment = (hooks?: CommandHooks<typeof cancelDeskAppointment>) =>
  useCommand(cancelDeskAppointment, { changes, ...hooks });
