import { expect, it } from 'vitest';
import { priceOf } from './price-of.ts';

const chief = { en: 'Chief physician', zh: '主任医师' };
const resident = { en: 'Resident', zh: '住院医师' };
const entry = (
  amount: string,
  departmentId: string | null,
  title: typeof chief | null,
  kind: 'booked' | null = null,
) => ({
  departmentId,
  title,
  kind,
  amount,
});
const list = [
  entry('10.00', null, null),
  entry('20.00', null, null, 'booked'),
  entry('30.00', null, chief),
  entry('40.00', 'heart', null),
];

it('The most specific entry counts: department before title, title before type of visit', () => {
  const price = (departmentId: string, title: typeof chief, kind: 'walk-in' | 'booked') =>
    priceOf(list, { departmentId, title, kind });
  expect(price('skin', resident, 'walk-in')).toBe('10.00');
  expect(price('skin', resident, 'booked')).toBe('20.00');
  expect(price('skin', chief, 'booked')).toBe('30.00');
  expect(price('heart', chief, 'booked')).toBe('40.00');
  expect(priceOf([entry('40.00', 'heart', null)], { departmentId: 'skin', title: chief, kind: 'booked' })).toBeNull();
});
