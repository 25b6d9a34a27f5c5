import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook, hook } from '../core/hook.ts';
import type { AppointmentRow } from './appointments/appointment-view.ts';

export type SchedulingHooks = ReturnType<typeof schedulingHooks>;

/** Ends the waiting of a visit once its appointment has the new time. */
export type LeaveVisit = (appointmentId: string) => Promise<void>;

/** Hooks for other areas to react to appointments. */
export const schedulingHooks = () => ({
  /** A patient books for this reason. Handlers throw to reject what should not wait; the patient said that the `dismissed` signs are no emergency. */
  onReasonGiven:
    hook<[given: { appointmentId: string; patientId: string; reason: string; dismissed: readonly RedFlagId[] }]>(),
  onAppointmentBooked: hook<[appointment: AppointmentRow]>(),
  /** The patient of a booked appointment arrives: opens the visit and returns its id. */
  onVisitAsked: askHook<(tx: Tx, appointment: AppointmentRow) => Promise<string>>(),
  /** The patient began to prepare the visit but never checked in. */
  onVisitMissed: hook<[visitId: string]>(),
  /**
   * Returns how to leave a visit for another time of its appointment, and locks the visit before the appointment. Null when it does not wait or its
   * doctor is not late.
   */
  onVisitLeaving: askHook<(tx: Tx, visitId: string) => Promise<LeaveVisit | null>>(),
});
