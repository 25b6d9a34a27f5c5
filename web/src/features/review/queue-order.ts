import { everyLanguage } from '@yunzhen/shared/core/locale';
import type { Review } from '@yunzhen/shared/review/review.contract';

/** Open reviews in the order of work: patients on the line before others, then the oldest first. */
export function inOrderOfWork(reviews: readonly Review[]): Review[] {
  return reviews.toSorted(
    (a, b) =>
      Number(b.patientInCall) - Number(a.patientInCall) ||
      Date.parse(a.requestedAt) - Date.parse(b.requestedAt) ||
      a.id.localeCompare(b.id),
  );
}

/** The review to go on with: the first that nobody else has taken, other than the one just decided. */
export function nextOpen(reviews: readonly Review[], me: string | null, except?: string): Review | undefined {
  return inOrderOfWork(reviews).find(
    ({ id, status, pharmacist }) => id !== except && (status === 'requested' || pharmacist?.id === me),
  );
}

type TakenOver = Review & { takenOver: NonNullable<Review['takenOver']> };

/** What a supervisor has taken from this pharmacist since the list was last seen; what it did not hold then is no news. */
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

/** Whether a review has all words that were typed, in names, medicines (both languages), number or diagnosis. */
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

/** The neighbour of a review in a list; without one, the first. Stays at the ends. */
export function neighbour(ids: readonly string[], current: string | undefined, step: 1 | -1): string | undefined {
  const place = current === undefined ? -1 : ids.indexOf(current);
  if (place < 0) return ids[0];
  return ids[Math.min(Math.max(place + step, 0), ids.length - 1)];
}
