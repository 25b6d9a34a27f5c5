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

/** Sorts doctors; equal ones keep the usual order. */
export function inOrder(doctors: readonly Doctor[], sort: DoctorSort): Doctor[] {
  if (sort === 'usual') return [...doctors];
  const key = keys[sort];
  return doctors.toSorted((a, b) => {
    const [one, two] = [key(a), key(b)];
    if (one === null || two === null) return Number(one === null) - Number(two === null);
    return one - two;
  });
}
