import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Sex } from '@yunzhen/shared/core/patient';

/** Tries within a day that a provider has answered or may still answer: enough for typing errors, too few to look for people. */
export const triesADay = 5;
/** Tries within a day, those that nobody answered included. */
export const questionsADay = 20;
export const countedFor = DAY_MS;

export interface Attempt {
  askedAt: Date;
  unavailable: boolean;
}

/** How many tries are left, and when the next one is had when none is. `recent` are those of the last day, oldest first. */
export function triesLeft(recent: readonly Attempt[]): { left: number; nextAt: Date | null } {
  const counting = recent.filter(({ unavailable }) => !unavailable);
  const left = Math.max(0, Math.min(triesADay - counting.length, questionsADay - recent.length));
  if (left > 0) return { left, nextAt: null };
  const oldest = counting.length >= triesADay ? counting[counting.length - triesADay] : recent[0];
  return { left, nextAt: oldest ? new Date(oldest.askedAt.getTime() + countedFor) : null };
}

/** What a record says of its person. */
export interface RecordedPerson {
  name: string;
  birthDate: string;
  sex: Sex;
  verified: boolean;
  digest: Buffer | null;
  /** A visit has come to its end: what was written then is about the person whom the record names. */
  hasHistory: boolean;
}

/**
 * Whether a claim can be about the person of the record. Nobody makes somebody else’s record theirs by proving who they are: a
 * verified person keeps the birth date, and either the document (a new name) or the name (a new document). Before, a record
 * with a history keeps birth date and sex; a name may be put right.
 */
export function isSamePerson(
  record: RecordedPerson,
  claim: { name: string; birthDate: string; sex: Sex; digest: Buffer },
): boolean {
  const sameBirth = record.birthDate === claim.birthDate;
  if (record.verified) return sameBirth && (record.digest?.equals(claim.digest) === true || record.name === claim.name);
  return !record.hasHistory || (sameBirth && record.sex === claim.sex);
}
