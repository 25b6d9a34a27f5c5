import { describe, expect, it } from 'vitest';
import type { PrescriptionItemInput } from '@yunzhen/shared/prescribing/prescribing.contract';
import { AppError } from '@yunzhen/shared/core/errors';
import { newId } from '../../../platform/ids.ts';
import { loadCuratedFormulary } from '../../catalogues/index.ts';
import { wordItems } from './item-wording.ts';

const formulary = loadCuratedFormulary();

function line(over: Partial<PrescriptionItemInput> = {}): PrescriptionItemInput {
  return {
    id: newId(),
    productId: 'paracetamol-500mg-tablet',
    dose: { value: '1', unit: 'tablet' },
    route: 'oral',
    timing: { frequency: 3, period: 1, periodUnit: 'd', when: null },
    durationDays: 3,
    asNeeded: null,
    quantity: { value: '9', unit: 'tablet', manual: false },
    note: '',
    substitutionAllowed: true,
    ...over,
  };
}

function refused(...lines: PrescriptionItemInput[]): string[] {
  try {
    wordItems(formulary, lines);
  } catch (error) {
    if (error instanceof AppError && error.code === 'prescription.item-invalid')
      return (error.fields ?? []).map(({ path, rule }) => `${path} ${rule}`);
    throw error;
  }
  return [];
}

const quantity = (value: string, manual = false) => ({ value, unit: 'tablet', manual });

describe('wordItems', () => {
  it('takes names from the formulary and instructions from the structure, in both languages', () => {
    const [item] = wordItems(formulary, [line()]);
    expect(item).toMatchObject({
      strength: '500 mg',
      instruction: {
        en: 'Take 1 tablet by mouth 3 times a day for 3 days.',
        zh: '口服，每次1片，每日3次，共3天。',
      },
    });
    expect(item?.productName.zh).toMatch(/\p{Script=Han}/u);
  });

  it.each<[string, PrescriptionItemInput[], string[]]>([
    ['a valid line', [line()], []],
    ['an unknown product', [line({ productId: 'snake-oil' })], ['items.0.productId unknown']],
    ['a property name of every object', [line({ productId: 'constructor' })], ['items.0.productId unknown']],
    ['a route that the product does not allow', [line({ route: 'intravenous' })], ['items.0.route not-allowed']],
    ['a tablet in mL', [line({ dose: { value: '10', unit: 'mL' } })], ['items.0.dose.unit not-allowed']],
    ['a tablet in mg', [line({ dose: { value: '500', unit: 'mg' } })], []],
    ['an unknown unit', [line({ dose: { value: '1', unit: 'toString' } })], ['items.0.dose.unit not-allowed']],
    [
      'a quantity in another unit',
      [line({ quantity: { value: '9', unit: 'mL', manual: false } })],
      ['items.0.quantity.unit not-allowed'],
    ],
    [
      'a wrong quantity that is marked as calculated',
      [line({ quantity: quantity('900') })],
      ['items.0.quantity.value not-calculated'],
    ],
    ['a calculated quantity with a decimal zero', [line({ quantity: quantity('9.0') })], []],
    ['a manual quantity', [line({ quantity: quantity('900', true) })], []],
    [
      'the most that may be taken as needed',
      [line({ asNeeded: { reason: 'fever', maxPerDay: 3 }, quantity: quantity('9') })],
      [],
    ],
    [
      'more than may be taken as needed, marked as calculated',
      [line({ asNeeded: { reason: 'fever', maxPerDay: 3 }, quantity: quantity('10') })],
      ['items.0.quantity.value not-calculated'],
    ],
    [
      'a quantity that can’t be calculated',
      [line({ dose: { value: '500', unit: 'mg' }, quantity: quantity('10') })],
      [],
    ],
    [
      'a frequency above once an hour',
      [line({ timing: { frequency: 2, period: 1, periodUnit: 'h', when: null }, quantity: quantity('144') })],
      ['items.0.timing.frequency too-large'],
    ],
    [
      'every invalid line',
      [line(), line({ productId: 'x' }), line({ route: 'nasal' })],
      ['items.1.productId unknown', 'items.2.route not-allowed'],
    ],
  ])('checks %s', (_what, lines, expected) => {
    expect(refused(...lines)).toEqual(expected);
  });

  it('rejects two lines with the same id', () => {
    const one = line();
    expect(refused(one, { ...one })).toEqual(['items.1.id duplicate']);
  });
});
