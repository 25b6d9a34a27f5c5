import { expect, it } from 'vitest';
import { medicinesOf } from './routed-medicines.ts';

const name = { en: 'Loratadine', zh: '氯雷他定' };
const medicine = {
  id: 'line-1',
  name,
  strength: '10 mg',
  form: { en: 'tablet', zh: '片剂' },
  quantity: { value: '3', unit: 'tablet' },
  substitutionAllowed: true,
};

it('lists medicines with what remains', () => {
  expect(medicinesOf({ items: [name], medicines: [medicine] })).toEqual([{ id: 'line-1', name, detail: medicine }]);
});

it('lists the names alone that an api of the release before sends', () => {
  expect(medicinesOf({ items: [name] })).toEqual([{ id: '0', name, detail: null }]);
});
