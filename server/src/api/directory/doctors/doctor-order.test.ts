import { describe, expect, it } from 'vitest';
import type { Doctor } from '@yunzhen/shared/directory/directory.contract';
import { inOrder } from './doctor-order.ts';

const doctor = (id: string, over: Partial<Doctor>): Doctor => ({
  id,
  name: id,
  nameLatin: '',
  title: { en: '', zh: '' },
  bio: { en: '', zh: '' },
  languages: [],
  yearsOfPractice: 1,
  licenceNumber: 'D1',
  advisesOnly: false,
  departmentIds: [],
  onDuty: true,
  pausedUntil: null,
  waiting: 0,
  connected: true,
  waitMinutes: null,
  portrait: null,
  rating: null,
  nextFreeAt: null,
  price: { 'walk-in': null, booked: null },
  ...over,
});
const yuan = (amount: string) => ({ 'walk-in': { amount, currency: 'CNY' as const }, booked: null });
const all = [
  doctor('a', { price: yuan('100.00') }),
  doctor('b', { rating: { mean: 4.1, ratings: 9 }, price: yuan('9.50') }),
  doctor('c', { rating: { mean: 4.9, ratings: 5 }, nextFreeAt: '2026-12-02T01:00:00.000Z' }),
  doctor('d', { nextFreeAt: '2026-12-01T01:00:00.000Z', price: yuan('9.50') }),
];
const ids = (sort: Parameters<typeof inOrder>[1]) =>
  inOrder(all, sort)
    .map(({ id }) => id)
    .join('');

describe('sorting doctors', () => {
  it('sorts by the requested key with missing values last, otherwise keeping the order', () => {
    expect(ids('usual')).toBe('abcd');
    expect(ids('soonest')).toBe('dcab');
    expect(ids('rating')).toBe('cbad');
    expect(ids('price')).toBe('bdac');
  });

  it('puts doctors who only advise after those who can prescribe, and doctors who are not online after both', () => {
    const some = [
      doctor('advises', { advisesOnly: true }),
      doctor('prescribes', {}),
      doctor('away', { connected: false }),
      doctor('off', { onDuty: false, connected: false }),
    ];
    expect(inOrder(some, 'usual').map(({ id }) => id)).toEqual(['prescribes', 'advises', 'away', 'off']);
  });
});
