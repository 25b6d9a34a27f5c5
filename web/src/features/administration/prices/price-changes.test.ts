import { expect, it } from 'vitest';
import { priceChanges } from './price-changes.ts';

const entry = (departmentId: string | null, amount: string) => ({ departmentId, title: null, kind: null, amount });

it('names the entries of a price list that another list added, changed and removed', () => {
  const before = [entry(null, '20.00'), entry('heart', '40.00'), entry('skin', '30.00')];
  const after = [entry('eye', '25.00'), entry(null, '20.00'), entry('heart', '45.00')];
  const named = priceChanges(before, after).map((change) => [change.entry.departmentId, change.before, change.after]);
  expect(named).toEqual([
    ['eye', null, '25.00'],
    ['heart', '40.00', '45.00'],
    ['skin', '30.00', null],
  ]);
});
