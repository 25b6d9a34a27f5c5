import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import type { Tx } from '../../platform/db/transaction.ts';
import { askHook, hook } from '../core/hook.ts';
import type { AppointmentRow } from './appointments/appointment-view.ts';

export type SchedulingHooks = ReturnType<typeof schedulingHooks>;

/** Ends the waiting of a visit once its appointment has the other time. */
export type LeaveVisit = (appointmentId: string) => Promise<void>;

/** Where other areas join in what happens to appointments. */
export const schedulingHooks = () => ({
  /** A patient books for this reason. Refuses, by throwing, what should not wait; the patient said that `dismissed` signs are no emergency. */
  onReasonGiven: hook<[patientId: string, reason: string, dismissed: readonly RedFlagId[]]>(),
  onAppointmentBooked: hook<[appointment: AppointmentRow]>(),
  /** The patient of a booked appointment arrives: makes the visit and returns its id. */
  onVisitAsked: askHook<(tx: Tx, appointment: AppointmentRow) => Promise<string>>(),
  /** The patient has begun to prepare the visit and never checked in. */
  onVisitMissed: hook<[visitId: string]>(),
  /**
   * Whether a visit may be left for another time of its appointment; holds it before the appointment is held. Null where it does not
   * wait or its doctor delays no patient.
   */
  onVisitLeaving: askHook<(tx: Tx, visitId: string) => Promise<LeaveVisit | null>>(),
});
