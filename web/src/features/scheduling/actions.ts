import { useMutation } from '@pinia/colada';
import {
  bookAppointment,
  cancelAppointment,
  extendHold,
  holdAppointment,
  joinWaitlist,
  leaveWaitlist,
  openAppointment,
  readAppointmentCalendar,
  rescheduleAppointment,
  type Appointment,
} from '@yunzhen/shared/scheduling/appointments.contract';
import type { Locale } from '@yunzhen/shared/core/locale';
import { api } from '../../core/api/index.ts';
import { useCommand, type CommandHooks } from '../../core/commands/index.ts';
import { useQueryRefresh } from '../../core/realtime/index.ts';
import { codeOf } from '../../core/i18n/index.ts';

/** Holds a time. If it is taken or no longer offered, the free times are refetched. */
export function useHoldAppointment(hooks?: CommandHooks<typeof holdAppointment>) {
  const refresh = useQueryRefresh();
  return useCommand(holdAppointment, {
    onError(error) {
      const code = codeOf(error);
      return code === 'appointment.slot-taken' || code === 'appointment.not-offered'
        ? refresh(['schedule'])
        : undefined;
    },
    ...hooks,
  });
}

export const useExtendHold = (hooks?: CommandHooks<typeof extendHold>) =>
  useCommand(extendHold, { changes: [['appointment']], ...hooks });

/** Releases a held time on the way to another page. */
export const useReleaseHold = (hooks?: CommandHooks<typeof cancelAppointment>) => useCommand(cancelAppointment, hooks);

export const useBookAppointment = (hooks?: CommandHooks<typeof bookAppointment>) =>
  useCommand(bookAppointment, { changes: [['appointment']], ...hooks });

const shown = { shows: (appointment: Appointment) => [['appointment', appointment.id], appointment] as const };

export const useCancelAppointment = () => useCommand(cancelAppointment, { changes: [['appointment']], ...shown });

/** Opens the visit of an appointment when the patient arrives. */
export const useOpenAppointment = (hooks?: CommandHooks<typeof openAppointment>) => useCommand(openAppointment, hooks);

/** Moves an appointment. From the waiting room, this leaves the waiting room. */
export const useRescheduleAppointment = (hooks?: CommandHooks<typeof rescheduleAppointment>) =>
  useCommand(rescheduleAppointment, { changes: [['appointment'], ['visit']], ...shown, ...hooks });

/** Downloads the appointment as a calendar file. */
export function useAppointmentCalendar(onSuccess: (file: Blob) => void) {
  return useMutation({
    mutation: ({ appointmentId, locale }: { appointmentId: string; locale: Locale }) =>
      api.callFile(readAppointmentCalendar, { params: { appointmentId }, query: { locale } }),
    onSuccess,
  });
}

export const useJoinWaitlist = () => useCommand(joinWaitlist, { changes: [['appointment']] });
export const useLeaveWaitlist = () => useCommand(leaveWaitlist, { changes: [['appointment']] });
