import { stepAwayBounds } from '../administration/setting-limits.ts';
/** How long somebody may step away where the hospital says nothing, and how long a place is kept once its turn has come. */
export const usualStepAwayMinutes = 20;

/** The hospital’s `stepAwayMinutes`, from 5 to 60, else twenty. */
export function stepAwayMinutesOf(settings: Readonly<Record<string, unknown>>): number {
  const { stepAwayMinutes: given } = settings;
  const [least, most] = stepAwayBounds;
  return typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most
    ? given
    : usualStepAwayMinutes;
}

/** A page that is loaded anew or changes its network is back sooner than this: only then is somebody not there. */
export const patientUnseenSeconds = 60;
export const doctorUnseenSeconds = 120;
/** An appointment that begins a little later than its time is no delay. */
export const doctorLateMinutes = 5;

export const doctorDelayCauses = ['left', 'off-duty', 'disconnected', 'late'] as const;

export interface DoctorDelay {
  cause: (typeof doctorDelayCauses)[number];
  /** ISO instant. */
  since: string;
}

/** Instants are ISO. */
export interface DelayFacts {
  /** Of the appointment; null for a walk-in, who may be seen at once. */
  bookedFor: string | null;
  checkedInAt: string | null;
  /** Treats nobody here any more. */
  doctorLeft: boolean;
  doctorOnDuty: boolean;
  /** Null where it is not known. */
  doctorOffSince: string | null;
  doctorInCall: boolean;
  /** Null while a page of the doctor is connected. */
  doctorUnseenSince: string | null;
}

/**
 * Whether the doctor of somebody who waits is not there or late, by the facts as they stand at `now` (milliseconds). Before the time of
 * an appointment nobody is late, but a doctor who is gone does not come at that time either. What is worse for who waits is said first.
 */
export function doctorDelayOf(facts: DelayFacts, now: number): DoctorDelay | null {
  const { bookedFor, checkedInAt, doctorUnseenSince } = facts;
  if (checkedInAt === null) return null;
  if (facts.doctorLeft) return { cause: 'left', since: facts.doctorOffSince ?? checkedInAt };
  // Who came after the time has waited since then.
  const due = bookedFor !== null && Date.parse(bookedFor) > Date.parse(checkedInAt) ? bookedFor : checkedInAt;
  if (Date.parse(due) > now) return null;
  if (!facts.doctorOnDuty) return { cause: 'off-duty', since: facts.doctorOffSince ?? due };
  const isOver = (since: string, seconds: number) => now - Date.parse(since) >= seconds * 1000;
  if (doctorUnseenSince !== null && !facts.doctorInCall && isOver(doctorUnseenSince, doctorUnseenSeconds))
    return { cause: 'disconnected', since: doctorUnseenSince };
  if (bookedFor !== null && isOver(due, doctorLateMinutes * 60)) return { cause: 'late', since: due };
  return null;
}
