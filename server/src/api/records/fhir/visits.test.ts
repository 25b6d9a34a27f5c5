import { expect, it } from 'vitest';
import { billOf, type VisitRow } from './visits.ts';

const visit = { id: 'v', patientId: 'p', hospitalId: 'h' } as VisitRow;

it('copies the bill of a visit as an Invoice in the unit of its currency, and none without a bill', () => {
  const bill = {
    number: '20261130-7FK3Q2',
    minor: 3050,
    currency: 'CNY',
    issuedAt: '2026-11-30T03:00:00+00:00',
  } as const;
  const [invoice, ...more] = billOf({ ...visit, bill });
  expect(more).toEqual([]);
  expect(invoice).toMatchObject({
    id: 'v-bill',
    identifier: [{ value: '20261130-7FK3Q2' }],
    date: '2026-11-30T03:00:00.000Z',
    totalGross: { value: 30.5, currency: 'CNY' },
  });
  expect(billOf({ ...visit, bill: { ...bill, minor: 500, currency: 'JPY' } })[0]?.totalGross?.value).toBe(500);
  expect(billOf({ ...visit, bill: null })).toEqual([]);
});
