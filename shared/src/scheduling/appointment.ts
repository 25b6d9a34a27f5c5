import { defineStateMachine } from '../core/state-machine.ts';

/** The appointment, with FHIR’s codes; `proposed` is a place that is held while the patient fills in. */
export const appointmentStatuses = ['proposed', 'booked', 'checked-in', 'fulfilled', 'cancelled', 'noshow'] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** Moving a booked appointment is not a transition; a patient who waits for a late doctor and takes another time is booked again. */
export const appointmentMachine = defineStateMachine({
  name: 'appointment',
  initial: 'proposed',
  states: appointmentStatuses,
  transitions: {
    book: { from: ['proposed'], to: 'booked' },
    'check-in': { from: ['booked'], to: 'checked-in' },
    postpone: { from: ['checked-in'], to: 'booked' },
    fulfil: { from: ['checked-in'], to: 'fulfilled' },
    cancel: { from: ['proposed', 'booked', 'checked-in'], to: 'cancelled' },
    miss: { from: ['booked'], to: 'noshow' },
  },
  refusedWith: 'appointment.transition-refused',
});

/** What ended an appointment before its time. */
export const appointmentEndings = ['patient', 'hospital', 'expired', 'left'] as const;
export type AppointmentEnding = (typeof appointmentEndings)[number];

export const waitlistStatuses = ['waiting', 'offered', 'filled', 'left'] as const;
export type WaitlistStatus = (typeof waitlistStatuses)[number];

/** A hospital’s policy for appointments. Minutes, unless the name says otherwise. */
export interface AppointmentPolicy {
  /** How long a place is held while the patient fills in; it can be extended once by the same duration. */
  readonly holdMinutes: number;
  /** How many days ahead times are offered. */
  readonly horizonDays: number;
  /** Hours before an appointment until which it can be cancelled or moved freely; later it is recorded as late. */
  readonly freeCancelHours: number;
  /** How long before the time check-in opens. */
  readonly checkInMinutes: number;
  /** How long after the time an appointment without check-in counts as missed. */
  readonly graceMinutes: number;
  /** How long a waiting patient has to accept an offered place. */
  readonly offerMinutes: number;
  /** Maximum upcoming appointments of one patient. */
  readonly mostOpen: number;
}

export const usualAppointmentPolicy: AppointmentPolicy = {
  holdMinutes: 10,
  horizonDays: 60,
  freeCancelHours: 12,
  checkInMinutes: 30,
  graceMinutes: 15,
  offerMinutes: 60,
  mostOpen: 5,
};

/** Each change sends messages and writes to the record, so a patient’s holds in 24 hours and the moves of one appointment are limited. */
export const maxAppointmentChanges = { holdsADay: 40, moves: 20 } as const;

const limits: Record<keyof AppointmentPolicy, readonly [least: number, most: number]> = {
  holdMinutes: [1, 60],
  horizonDays: [1, 180],
  freeCancelHours: [0, 168],
  checkInMinutes: [5, 240],
  graceMinutes: [1, 120],
  offerMinutes: [5, 1440],
  mostOpen: [1, 50],
};

/** Returns the policy from a hospital’s settings (`appointments`); missing or invalid values get defaults. */
export function appointmentPolicyOf(settings: Readonly<Record<string, unknown>>): AppointmentPolicy {
  const given = (settings['appointments'] ?? {}) as Readonly<Record<string, unknown>>;
  const value = (name: keyof AppointmentPolicy) => {
    const number = given[name];
    const [least, most] = limits[name];
    const good = typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most;
    return good ? number : usualAppointmentPolicy[name];
  };
  return {
    holdMinutes: value('holdMinutes'),
    horizonDays: value('horizonDays'),
    freeCancelHours: value('freeCancelHours'),
    checkInMinutes: value('checkInMinutes'),
    graceMinutes: value('graceMinutes'),
    offerMinutes: value('offerMinutes'),
    mostOpen: value('mostOpen'),
  };
}

/** Returns whether cancelling or moving now is later than the hospital’s notice period. */
export function isLateNow(startsAt: Date, now: Date, policy: Pick<AppointmentPolicy, 'freeCancelHours'>): boolean {
  return startsAt.getTime() - now.getTime() < policy.freeCancelHours * 3_600_000;
}

/**
 * Returns a visit’s time in the doctor’s queue, within its priority. For a walk-in it is the check-in. For a booked patient who checked in within the
 * grace period it is the appointment’s time; otherwise the check-in.
 */
export function queueTimeOf(visit: { bookedFor: Date | null; checkedInAt: Date; graceMinutes: number }): Date {
  const { bookedFor, checkedInAt, graceMinutes } = visit;
  if (bookedFor === null) return checkedInAt;
  return checkedInAt.getTime() <= bookedFor.getTime() + graceMinutes * 60_000 ? bookedFor : checkedInAt;
}
