import type { Doctor, DoctorSort } from '@yunzhen/shared/directory/directory.contract';
import { toMinor } from '@yunzhen/shared/core/money';

/** The sort key, ascending; null comes last. */
const keys: Record<Exclude<DoctorSort, 'usual'>, (doctor: Doctor) => number | null> = {
  soonest: ({ nextFreeAt }) => (nextFreeAt === null ? null : Date.parse(nextFreeAt)),
  rating: ({ rating }) => rating && -rating.mean,
  // Prices of one hospital share a currency.
  price: ({ price }) => {
    const cheapest = [price.booked, price['walk-in']].flatMap((money) =>
      money ? [toMinor(money.amount, money.currency) ?? 0] : [],
    );
    return cheapest.length === 0 ? null : Math.min(...cheapest);
  },
};

/** On duty and online first; among equals those who can prescribe come before those who only advise. */
const usualRank = ({ onDuty, connected, advisesOnly }: Doctor) =>
  (onDuty ? 0 : 4) + (connected ? 0 : 2) + (advisesOnly ? 1 : 0);

/** Sorts doctors; equal ones keep the usual order. */
export function inOrder(doctors: readonly Doctor[], sort: DoctorSort): Doctor[] {
  const usual = doctors.toSorted((a, b) => usualRank(a) - usualRank(b));
  if (sort === 'usual') return usual;
  const key = keys[sort];
  return usual.toSorted((a, b) => {
    const [one, two] = [key(a), key(b)];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    return one - two;
  });
}
