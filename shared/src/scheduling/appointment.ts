import { defineStateMachine } from '../core/state-machine.ts';

/** The appointment, by FHIR’s codes; `checked-in` is FHIR’s `checked-in`, `proposed` a place that is held while somebody fills in. */
export const appointmentStatuses = ['proposed', 'booked', 'checked-in', 'fulfilled', 'cancelled', 'noshow'] as const;
export type AppointmentStatus = (typeof appointmentStatuses)[number];

/** Moving what is booked to another time is no transition; whoever waits for a late doctor and takes another time is booked again. */
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

/** Who or what ended an appointment before its time. */
export const appointmentEndings = ['patient', 'hospital', 'expired', 'left'] as const;
export type AppointmentEnding = (typeof appointmentEndings)[number];

export const waitlistStatuses = ['waiting', 'offered', 'filled', 'left'] as const;
export type WaitlistStatus = (typeof waitlistStatuses)[number];

/** What a hospital lays down about appointments. Minutes, unless the name says otherwise. */
export interface AppointmentPolicy {
  /** How long a place is held while somebody fills in; once it may be extended by as much. */
  readonly holdMinutes: number;
  /** How many days ahead times are offered. */
  readonly horizonDays: number;
  /** Until so many hours before its time an appointment is cancelled or moved freely; later it is recorded as late. */
  readonly freeCancelHours: number;
  /** Check-in opens so long before the time. */
  readonly checkInMinutes: number;
  /** Who has not checked in so long after the time has missed the appointment. */
  readonly graceMinutes: number;
  /** How long somebody on the waitlist has to take an offered place. */
  readonly offerMinutes: number;
  /** Appointments that one patient may have before them at once. */
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

/** Each change sends messages and writes to the record: a patient may make so many holds in 24 hours, and move one appointment so often. */
export const mostAppointmentChanges = { holdsADay: 40, moves: 20 } as const;

const limits: Record<keyof AppointmentPolicy, readonly [least: number, most: number]> = {
  holdMinutes: [1, 60],
  horizonDays: [1, 180],
  freeCancelHours: [0, 168],
  checkInMinutes: [5, 240],
  graceMinutes: [1, 120],
  offerMinutes: [5, 1440],
  mostOpen: [1, 50],
};

/** The policy in a hospital’s settings (`appointments`): what is missing or out of bounds is as usual. */
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

/** Whether cancelling or moving now is later than the hospital asks for. */
export function isLateNow(startsAt: Date, now: Date, policy: Pick<AppointmentPolicy, 'freeCancelHours'>): boolean {
  return startsAt.getTime() - now.getTime() < policy.freeCancelHours * 3_600_000;
}

/**
 * When a visit stands in the doctor’s queue, within its priority. A walk-in stands by check-in. A booked patient stands by the time
 * of the appointment, if they checked in by its grace; who comes later than that stands by check-in like everybody else.
 */
export function queueTimeOf(visit: { bookedFor: Date | null; checkedInAt: Date; graceMinutes: number }): Date {
  const { bookedFor, checkedInAt, graceMinutes } = visit;
  if (bookedFor === null) return checkedInAt;
  return checkedInAt.getTime() <= bookedFor.getTime() + graceMinutes * 60_000 ? bookedFor : checkedInAt;
}
