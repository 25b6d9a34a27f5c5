import type { Sex } from '@yunzhen/shared/core/patient';
import type { RedFlagId } from '@yunzhen/shared/intake/danger-signs/red-flag-rules';
import {
  dangerPage,
  type DangerItem,
  type DangerItemId,
  type ShownTo,
} from '@yunzhen/shared/intake/danger-page/danger-page';

/** The facts about the patient that decide which items are shown. */
export interface DangerSubject {
  readonly sex: Sex;
  /** Completed months of age in the hospital’s calendar. */
  readonly ageMonths: number;
  /** The record states a current pregnancy, whatever the recorded sex. */
  readonly pregnant: boolean;
}

/** Age range in months in which a pregnancy is possible, the same as in the intake forms. */
const fertile = { from: 12 * 12, below: 56 * 12 };

/** Returns the items for this patient, in the order of the page. */
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

/** Returns the signs of the ticked items, without duplicates. */
export function flagsOfItems(ticked: readonly DangerItemId[]): RedFlagId[] {
  const named = dangerPage.items.filter(({ id }) => ticked.includes(id)).flatMap(({ flags }) => flags);
  return [...new Set(named)];
}

/** Returns whole months between birth and the given day (ISO dates in the hospital’s calendar). */
export function ageInMonths(birthDate: string, onDate: string): number {
  const [by = 0, bm = 0, bd = 0] = birthDate.split('-').map(Number);
  const [y = 0, m = 0, d = 0] = onDate.split('-').map(Number);
  return (y - by) * 12 + (m - bm) - (d < bd ? 1 : 0);
}
