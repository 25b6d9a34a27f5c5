import type { Sex } from '@yunzhen/shared/core/patient';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import {
  dangerPage,
  type DangerItem,
  type DangerItemId,
  type ShownTo,
} from '@yunzhen/shared/intake/danger-page/danger-page';

/** Whom the page is about: what decides which items are shown. */
export interface DangerSubject {
  readonly sex: Sex;
  /** Completed months of age, by the hospital’s calendar. */
  readonly ageMonths: number;
  /** The record says so now, whatever the sex on record. */
  readonly pregnant: boolean;
}

/** Completed years in which a pregnancy is possible, as the forms before a visit have it. */
const fertile = { from: 12 * 12, below: 56 * 12 };

/** The items that this person is asked about, in the order of the page. */
export function shownItems(subject: DangerSubject): readonly DangerItem[] {
  return dangerPage.items.filter(({ shownTo }) => !shownTo || isShownTo(shownTo, subject));
}

function isShownTo({ from = 0, below = Infinity, mayBePregnant }: ShownTo, subject: DangerSubject): boolean {
  if (mayBePregnant) {
    const possible = subject.sex !== 'male' && isWithin(subject.ageMonths, fertile);
    return subject.pregnant || possible;
  }
  return isWithin(subject.ageMonths, { from, below });
}

function isWithin(months: number, { from, below }: { from: number; below: number }): boolean {
  return months >= from && months < below;
}

/** Signs that ticked items name, each once. */
export function flagsOfItems(ticked: readonly DangerItemId[]): RedFlagId[] {
  const named = dangerPage.items.filter(({ id }) => ticked.includes(id)).flatMap(({ flags }) => flags);
  return [...new Set(named)];
}

/** Whole months between birth and the given day (both ISO dates, the hospital’s calendar). */
export function ageInMonths(birthDate: string, onDate: string): number {
  const [by = 0, bm = 0, bd = 0] = birthDate.split('-').map(Number);
  const [y = 0, m = 0, d = 0] = onDate.split('-').map(Number);
  return (y - by) * 12 + (m - bm) - (d < bd ? 1 : 0);
}
