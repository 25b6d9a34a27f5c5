import { stepAwayBounds } from '../administration/setting-limits.ts';
/** Default minutes for stepping away, and for which a queue position is kept once it is the patient’s turn. */
export const usualStepAwayMinutes = 20;

/** Returns the hospital’s `stepAwayMinutes`, from 5 to 60, else twenty. */
export function stepAwayMinutesOf(settings: Readonly<Record<string, unknown>>): number {
  const { stepAwayMinutes: given } = settings;
  const [least, most] = stepAwayBounds;
  return typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most
    ? given
    : usualStepAwayMinutes;
}

/** A page that reloads or changes networks reconnects sooner; only after this is the patient absent. */
export const patientUnseenSeconds = 60;
export const doctorUnseenSeconds = 120;
/** An appointment that starts up to this many minutes late is not delayed. */
export const doctorLateMinutes = 5;

export const doctorDelayCauses = ['left', 'off-duty', 'disconnected', 'late'] as const;

export interface DoctorDelay {
  cause: (typeof doctorDelayCauses)[number];
  /** ISO instant. */
  since: string;
}

/** Instants are ISO. */
export interface DelayFacts {
  /** Time of the appointment; null for a walk-in, who may be seen at once. */
  bookedFor: string | null;
  checkedInAt: string | null;
  /** No longer treats patients here. */
  doctorLeft: boolean;
  doctorOnDuty: boolean;
  /** Null if unknown. */
  doctorOffSince: string | null;
  doctorInCall: boolean;
  /** Null while a page of the doctor is connected. */
  doctorUnseenSince: string | null;
}

/**
 * Returns whether a waiting patient’s doctor is absent or late, by the facts at `now` (milliseconds). No doctor is late before an appointment’s time,
 * but one who is gone will not come at all. The reason that is worst for the patient comes first.
 */
export function doctorDelayOf(facts: DelayFacts, now: number): DoctorDelay | null {
  const { bookedFor, checkedInAt, doctorUnseenSince } = facts;
  if (checkedInAt === null) return null;
  if (facts.doctorLeft) return { cause: 'left', since: facts.doctorOffSince ?? checkedInAt };
  // A patient who came after the time has waited since then.
  const due = bookedFor !== null && Date.parse(bookedFor) > Date.parse(checkedInAt) ? bookedFor : checkedInAt;
  if (Date.parse(due) > now) return null;
  if (!facts.doctorOnDuty) return { cause: 'off-duty', since: facts.doctorOffSince ?? due };
  const isOver = (since: string, seconds: number) => now - Date.parse(since) >= seconds * 1000;
  if (doctorUnseenSince !== null && !facts.doctorInCall && isOver(doctorUnseenSince, doctorUnseenSeconds))
    return { cause: 'disconnected', since: doctorUnseenSince };
  if (bookedFor !== null && isOver(due, doctorLateMinutes * 60)) return { cause: 'late', since: due };
  return null;
}
