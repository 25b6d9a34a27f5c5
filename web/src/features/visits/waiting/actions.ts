import { useMutation } from '@pinia/colada';
import { listAppointments, type Appointment } from '@yunzhen/shared/scheduling/appointments.contract';
import { leaveVisit, type Waiting } from '@yunzhen/shared/visits/visits.contract';
import { comeBack, seeAnother, stepAway } from '@yunzhen/shared/visits/waiting-room.contract';
import { api } from '../../../core/api/index.ts';
import { useCommand, type CommandHooks } from '../../../core/commands/index.ts';
import { keys } from '../queries.ts';

/** Leaves the waiting room for good. */
export const useLeaveVisit = (hooks?: Pick<CommandHooks<typeof leaveVisit>, 'onSuccess'>) =>
  useCommand(leaveVisit, { changes: [['visit']], shows: (visit) => [keys.visit(visit.id), visit], ...hooks });

/** The answer updates the patient’s waiting state. */
const shown = { shows: (waiting: Waiting) => [['waiting', waiting.visitId], waiting] as const };

export const useStepAway = (hooks?: Pick<CommandHooks<typeof stepAway>, 'onSuccess'>) =>
  useCommand(stepAway, { ...shown, ...hooks });

export const useComeBack = (hooks?: Pick<CommandHooks<typeof comeBack>, 'onSuccess'>) =>
  useCommand(comeBack, { ...shown, ...hooks });

/** Requests the next free doctor instead. */
export const useSeeAnother = (hooks?: Pick<CommandHooks<typeof seeAnother>, 'onSuccess'>) =>
  useCommand(seeAnother, {
    changes: ({ params }) => [['waiting', params.visitId]],
    shows: (visit) => [keys.visit(visit.id), visit],
    ...hooks,
  });

/** Finds the appointment of a visit when it is to be moved. */
export function useAppointmentSearch(onSuccess: (found: Appointment | undefined) => unknown) {
  return useMutation({
    async mutation(id: string) {
      const { items } = await api.call(listAppointments, { query: { limit: 20 } });
      return items.find(({ visitId }) => visitId === id);
    },
    onSuccess,
  });
}
