import { expect, it } from 'vitest';
import { priceRows, type PriceEntries } from './price-rows.ts';

const list = (amounts: Record<string, string>): PriceEntries => ({
  currency: 'CNY',
  entries: Object.entries(amounts).map(([departmentId, amount]) => ({ departmentId, title: null, kind: null, amount })),
});
const doctor = (name: string, departmentIds: string[], present: string | null = null) => {
  const price = present === null ? null : { amount: present, currency: 'CNY' as const };
  return { name, departmentIds, title: { en: 'Resident', zh: '住院医师' }, price: { 'walk-in': price, booked: price } };
};
const rows = (doctors: ReturnType<typeof doctor>[], inForce?: PriceEntries) =>
  priceRows(doctors, list({ heart: '40.00', skin: '30.00' }), inForce).map(
    ({ doctor: { name }, departmentId, prices }) => {
      const [first] = prices;
      return [name, departmentId, first?.after?.amount ?? null, first?.before?.amount ?? first?.before];
    },
  );

it('The preview has a row for each doctor and department, with the price there', () => {
  const doctors = [doctor('Brunner', ['heart', 'skin'], '35.00'), doctor('Li', ['skin'], '20.00')];
  expect(rows(doctors, list({ heart: '35.00', skin: '20.00' }))).toEqual([
    ['Brunner', 'heart', '40.00', '35.00'],
    ['Brunner', 'skin', '30.00', '20.00'],
    ['Li', 'skin', '30.00', '20.00'],
  ]);
});

it('The preview names the present price of the first department alone when the list in force is unknown', () => {
  expect(rows([doctor('Brunner', ['heart', 'skin'], '35.00')])).toEqual([
    ['Brunner', 'heart', '40.00', '35.00'],
    ['Brunner', 'skin', '30.00', undefined],
  ]);
});

it('The preview names a doctor without a department, and one whose department has no entry', () => {
  expect(rows([doctor('Wang', []), doctor('Li', ['eye'])], list({}))).toEqual([
    ['Wang', null, null, null],
    ['Li', 'eye', null, null],
  ]);
});
