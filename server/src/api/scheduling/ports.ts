import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import type { Tx } from '../../platform/db/transaction.ts';
import type { AppointmentRow } from './appointments/appointment-view.ts';

/** What a patient is told about an appointment, wherever they are. */
export type AppointmentNotice =
  | 'appointment-booked'
  | 'appointment-moved'
  | 'appointment-cancelled-by-hospital'
  | 'appointment-tomorrow'
  | 'appointment-soon'
  | 'appointment-doctor-gone'
  | 'appointment-other-doctor'
  | 'appointment-late'
  | 'appointment-missed'
  | 'waitlist-offer';

/** Tells the patient, in the transaction of what happened; whoever wants to carry it adds themselves. */
export type NoticeHook = (
  tx: Tx,
  notice: AppointmentNotice,
  appointment: AppointmentRow,
  /** Of one that was moved: its time before. */
  before: Date | null,
) => Promise<void>;

/** Makes the visit of a booked appointment when its patient arrives; returns the visit’s id. */
export type VisitOpening = (tx: Tx, appointment: AppointmentRow) => Promise<string>;

/** Puts a visit away that its patient has begun to prepare and never checked in for. */
export type VisitMissing = (tx: Tx, visitId: string) => Promise<void>;

/**
 * Holds a visit whose patient wants the appointment at another time, before the appointment is held. Null where the visit is not to be
 * left, because it does not wait or its doctor keeps nobody waiting; else what ends the waiting.
 */
export type VisitLeaving = (tx: Tx, visitId: string) => Promise<((appointmentId: string) => Promise<void>) | null>;

/** Stops, by throwing, whoever books for later what should not wait; `dismissed` are signs that they said are no emergency. */
export type ReasonGuard = (tx: Tx, patientId: string, reason: string, dismissed: readonly RedFlagId[]) => Promise<void>;
