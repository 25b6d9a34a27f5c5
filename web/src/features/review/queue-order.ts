import { everyLanguage } from '@yunzhen/shared/core/locale';
import type { Review } from '@yunzhen/shared/review/review.contract';

/** Sorts open reviews: patients in a call first, then the oldest request. */
export function inOrderOfWork(reviews: readonly Review[]): Review[] {
  return reviews.toSorted(
    (a, b) =>
      Number(b.patientInCall) - Number(a.patientInCall) ||
      Date.parse(a.requestedAt) - Date.parse(b.requestedAt) ||
      a.id.localeCompare(b.id),
  );
}

const sections = ['in-call', 'overdue', 'waiting'] as const;
interface Section {
  key: (typeof sections)[number];
  reviews: Review[];
}

/** Returns open reviews by urgency, without empty sections: the patient is in the call, the target time is over, all others. */
export function inSections(reviews: readonly Review[], now: number): Section[] {
  const of = ({ patientInCall, dueAt }: Review): Section['key'] => {
    if (patientInCall) return 'in-call';
    return now > Date.parse(dueAt) ? 'overdue' : 'waiting';
  };
  const found = Map.groupBy(reviews, of);
  return sections.flatMap((key) => {
    const own = found.get(key);
    return own ? [{ key, reviews: own }] : [];
  });
}

/** Returns the next review: the first one that no other pharmacist has claimed, except the one just decided. */
export function nextOpen(reviews: readonly Review[], me: string | null, except?: string): Review | undefined {
  return inOrderOfWork(reviews).find(
    ({ id, status, pharmacist }) => id !== except && (status === 'requested' || pharmacist?.id === me),
  );
}

type TakenOver = Review & { takenOver: NonNullable<Review['takenOver']> };

/** Returns reviews that a supervisor has taken over from this pharmacist since the last list; reviews missing from that list do not count. */
export function newlyTakenFrom(me: string | null, before: readonly Review[], now: readonly Review[]): TakenOver[] {
  const seen = new Map(before.map(({ id, takenOver }) => [id, takenOver?.at]));
  return now.filter(
    (review): review is TakenOver =>
      review.takenOver !== null &&
      review.takenOver.from.id === me &&
      seen.has(review.id) &&
      seen.get(review.id) !== review.takenOver.at,
  );
}

/** Returns whether a review contains all typed words in names, medicines (both languages), number or diagnosis. */
export function matchesWords({ prescription }: Review, typed: string): boolean {
  const { patient, doctor, number, items, diagnoses } = prescription;
  const text = [
    ...[patient, doctor].flatMap(({ name, nameLatin }) => [name, nameLatin]),
    number,
    ...items.flatMap(({ productName }) => everyLanguage(productName)),
    ...diagnoses.flatMap(({ code, title }) => [code, ...everyLanguage(title)]),
  ]
    .join(' ')
    .toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Returns the neighbour of a review in a list; without a current one, the first. Stops at the ends. */
export function neighbour(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const place = current === undefined ? -1 : ids.indexOf(current);
  if (place < 0) return ids[0];
  return ids[Math.min(Math.max(place + step, 0), ids.length - 1)];
}
