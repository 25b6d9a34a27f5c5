import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Sex } from '@yunzhen/shared/core/patient';

/** Attempts per day that a provider has answered or may still answer: enough for typing errors, too few to search for people. */
export const triesADay = 5;
/** Attempts per day, including those without an answer. */
export const questionsADay = 20;
export const countedFor = DAY_MS;

export interface Attempt {
  askedAt: Date;
  unavailable: boolean;
}

/** Returns the attempts left, and when the next one is possible if there are none. `recent`: those of the last day, oldest first. */
export function triesLeft(recent: readonly Attempt[]): { left: number; nextAt: Date | null } {
  const counting = recent.filter(({ unavailable }) => !unavailable);
  const left = Math.max(0, Math.min(triesADay - counting.length, questionsADay - recent.length));
  if (left > 0) return { left, nextAt: null };
  const oldest = counting.length >= triesADay ? counting[counting.length - triesADay] : recent[0];
  return { left, nextAt: oldest ? new Date(oldest.askedAt.getTime() + countedFor) : null };
}

/** The person as the record describes them. */
export interface RecordedPerson {
  name: string;
  birthDate: string;
  sex: Sex;
  verified: boolean;
  digest: Buffer | null;
  /** A visit has ended: its record is about the person as described then. */
  hasHistory: boolean;
}

/**
 * Returns whether a claim can be about the person of the record, so that no one can take over a record by proving their own identity.
 * A verified person keeps the birth date, and either the document (new name) or the name (new document). An unverified record with a history keeps
 * birth date and sex; its name may change.
 */
export function isSamePerson(
  record: RecordedPerson,
  claim: { name: string; birthDate: string; sex: Sex; digest: Buffer },
): boolean {
  const sameBirth = record.birthDate === claim.birthDate;
  if (record.verified) return sameBirth && (record.digest?.equals(claim.digest) === true || record.name === claim.name);
  return !record.hasHistory || (sameBirth && record.sex === claim.sex);
}
