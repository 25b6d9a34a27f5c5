import { DAY_MS } from '../core/time/duration.ts';
import type { Sex } from '../core/patient.ts';

/** Statements about pregnancy and breastfeeding; each is valid from the day it was made. */
export const pregnancyStates = ['pregnant', 'not-pregnant', 'unknown'] as const;
export type PregnancyState = (typeof pregnancyStates)[number];
export const lactationStates = ['breast-feeding', 'not-breast-feeding', 'unknown'] as const;
export type LactationState = (typeof lactationStates)[number];
export type Trimester = 1 | 2 | 3;

const week = 7 * DAY_MS;

/** A pregnancy lasts 40 weeks from the last period; two more are allowed before it must be over. */
const pregnancyWeeks = 40;
const overdueWeeks = 2;
/** Completed weeks at which a trimester begins; by common usage, which differs by a week between authors (`check`). */
const trimesterFrom = { 1: 4, 2: 14, 3: 28 } as const;

/** How long a statement or a value counts as known. */
export const shelfLife = {
  weightOfChildDays: 92,
  weightDays: 366,
  egfrDays: 366,
  pregnancyDays: 28,
  breastFeedingDays: 183,
} as const;

export interface Measured<Value> {
  readonly value: Value;
  /** ISO instant of the measurement. */
  readonly at: string;
}

/** A value for the checks. `value` is null when nothing is on record or the last is too old. */
export interface DatedFact<Value> {
  readonly value: Value | null;
  /** The last one on record, whatever its age. */
  readonly last: Measured<Value> | null;
}

export interface PregnancyRecord {
  readonly pregnancy: PregnancyState;
  readonly trimester: Trimester | null;
  /** ISO date. */
  readonly dueDate: string | null;
  readonly lactation: LactationState;
  /** ISO instant of the statement. */
  readonly at: string;
}

/** Children under six outgrow a weight within months; otherwise it is valid for a year. */
export function weightFact(last: Measured<string> | null, ageYears: number, now: Date): DatedFact<string> {
  const days = ageYears < 6 ? shelfLife.weightOfChildDays : shelfLife.weightDays;
  return { value: last && isFresh(last.at, days, now) ? last.value : null, last };
}

export function egfrFact(last: Measured<number> | null, now: Date): DatedFact<number> {
  return { value: last && isFresh(last.at, shelfLife.egfrDays, now) ? last.value : null, last };
}

export interface PregnancyFact {
  readonly state: PregnancyState;
  readonly trimester: Trimester | null;
  /** The statement that this is based on, or that has become too old. */
  readonly last: { readonly state: PregnancyState; readonly at: string } | null;
}

/**
 * "Not pregnant" is valid for four weeks. "Pregnant" is valid as long as that pregnancy can last, because forgetting it would remove a warning: until
 * two weeks after the due date, or without one until the latest possible end.
 * The trimester comes from the due date; without one the stated trimester counts for four weeks.
 */
export function pregnancyFact(record: PregnancyRecord | null, now: Date): PregnancyFact {
  if (!record || record.pregnancy === 'unknown') return { state: 'unknown', trimester: null, last: null };
  const last = { state: record.pregnancy, at: record.at };
  const fresh = isFresh(record.at, shelfLife.pregnancyDays, now);
  if (record.pregnancy === 'not-pregnant') return { state: fresh ? 'not-pregnant' : 'unknown', trimester: null, last };
  if (now.getTime() > lastDayOf(record)) return { state: 'unknown', trimester: null, last };
  const trimester = record.dueDate ? trimesterOn(record.dueDate, now) : fresh ? record.trimester : null;
  return { state: 'pregnant', trimester, last };
}

const fertileFrom = 12;
const fertileBelow = 55;

/** Returns whether an unrecorded pregnancy matters: by sex and completed years, and also where the age is not known. */
export function mayBePregnant(sex: Sex, ageYears: number | null): boolean {
  return sex !== 'male' && (ageYears === null || (ageYears >= fertileFrom && ageYears < fertileBelow));
}

/** Returns whether pregnancy and breastfeeding are shown: where they may matter, and wherever something is on record. */
export function showsPregnancy(
  { sex, age }: { readonly sex: Sex; readonly age: number },
  { pregnancy, lactation }: { readonly pregnancy: { last: unknown }; readonly lactation: { last: unknown } },
): boolean {
  return mayBePregnant(sex, age) || pregnancy.last !== null || lactation.last !== null;
}

export interface LactationFact {
  readonly state: LactationState;
  readonly last: { readonly state: LactationState; readonly at: string } | null;
}

/** Breastfeeding is valid for half a year, "not breastfeeding" for four weeks. */
export function lactationFact(record: PregnancyRecord | null, now: Date): LactationFact {
  if (!record || record.lactation === 'unknown') return { state: 'unknown', last: null };
  const days = record.lactation === 'breast-feeding' ? shelfLife.breastFeedingDays : shelfLife.pregnancyDays;
  const last = { state: record.lactation, at: record.at };
  return { state: isFresh(record.at, days, now) ? record.lactation : 'unknown', last };
}

/** Returns null before a pregnancy with that due date can have begun, and after it must be over. */
export function trimesterOn(dueDate: string, now: Date): Trimester | null {
  const weeks = pregnancyWeeks - (Date.parse(`${dueDate}T00:00:00Z`) - now.getTime()) / week;
  if (weeks < 0 || weeks > pregnancyWeeks + overdueWeeks) return null;
  return weeks < trimesterFrom[2] ? 1 : weeks < trimesterFrom[3] ? 2 : 3;
}

function lastDayOf(record: PregnancyRecord): number {
  if (record.dueDate) return Date.parse(`${record.dueDate}T00:00:00Z`) + overdueWeeks * week;
  const least = trimesterFrom[record.trimester ?? 1];
  return Date.parse(record.at) + (pregnancyWeeks + overdueWeeks - least) * week;
}

function isFresh(at: string, days: number, now: Date): boolean {
  return now.getTime() - Date.parse(at) <= days * DAY_MS;
}

/** Returns whole days from a moment to now. */
export function daysSince(at: string, now: Date): number {
  return Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / DAY_MS));
}
