import { describe, expect, it } from 'vitest';
import type { LocalizedText } from '@yunzhen/shared/core/locale';
import type { MedicineHit, PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { readQuickSig } from './quick-sig.ts';
import {
  calculatedQuantity,
  fieldOfPath,
  fieldsToEnter,
  illegibleFields,
  inputOf,
  instructionOf,
  lineOfHit,
  lineOfItem,
  missingFields,
  missingForInstruction,
  sameLines,
  withCalculatedQuantity,
  withQuantity,
  withQuick,
  withSig,
  type LineDraft,
} from './line-draft.ts';

const id = '01890000-0000-7000-8000-000000000001';
const sig = {
  dose: { value: '1', unit: 'capsule' },
  timing: { frequency: 3, period: 1, periodUnit: 'd', when: 'after-meal' },
  durationDays: 7,
  asNeeded: null,
} as const;
const hit: MedicineHit = {
  productId: 'amoxicillin-500mg-capsule',
  name: { en: 'Amoxicillin capsule', zh: '阿莫西林胶囊' },
  ingredients: { en: 'amoxicillin', zh: '阿莫西林' },
  atc: 'J01CA04',
  strength: '500 mg',
  form: { en: 'capsule', zh: '胶囊' },
  route: 'oral',
  unit: 'capsule',
  unitName: { en: 'capsule', zh: '粒' },
  controlClass: 'rx',
  routes: ['oral'],
  packSize: '12',
  strengths: [{ name: { en: 'Amoxicillin', zh: '阿莫西林' }, value: '500', unit: 'mg', per: 'unit' }],
  doseLimits: null,
  usualSigs: [sig],
};
const english = ({ en }: LocalizedText) => en;
const whole = withSig(lineOfHit(hit, id), sig, [sig], english);

describe('A new line', () => {
  it('chooses nothing for the doctor', () => {
    const line = lineOfHit(hit, id);
    expect(line).toMatchObject({ route: 'oral', dose: { value: '', unit: 'capsule' }, days: null });
    expect(missingFields(line)).toEqual(['dose', 'often', 'days', 'quantity']);
    expect(inputOf(line)).toBeUndefined();
    expect(instructionOf(line)).toBeUndefined();
  });

  it('is complete after a usual dose was applied, quantity included', () => {
    expect(missingFields(whole)).toEqual([]);
    expect(inputOf(whole)).toMatchObject({ quantity: { value: '21', unit: 'capsule', manual: false } });
    expect(instructionOf(whole)?.en).toBe('Take 1 capsule by mouth 3 times a day after meals for 7 days.');
    expect(instructionOf(whole)?.zh).toContain('每日3次');
  });

  it('names the texts of an earlier release that hide or reorder what is read', () => {
    const asNeeded = { reason: 'fe\u2067ver', maxPerDay: 2, minHoursBetween: null };
    expect(illegibleFields({ ...whole, note: '\u202e01\u202c tablets', asNeeded })).toEqual(['note', 'reason']);
    expect(illegibleFields(whole)).toEqual([]);
  });

  it('requires reason and limit of an as-needed medicine', () => {
    const bare = { ...sig, asNeeded: { reason: null, maxPerDay: null, minHoursBetween: null } };
    const line = withSig(lineOfHit(hit, id), bare, [bare], english);
    expect(missingFields(line)).toEqual(['reason', 'maxPerDay', 'quantity']);
    expect(fieldsToEnter(line)).toEqual(['reason', 'maxPerDay']);
    expect(missingForInstruction(line)).toEqual(['reason', 'maxPerDay']);
    expect(calculatedQuantity(line)).toBeUndefined();
    const entered = withQuantity({ ...line, asNeeded: { reason: 'fever', maxPerDay: 2, minHoursBetween: null } });
    expect(inputOf(entered)).toMatchObject({
      asNeeded: { reason: 'fever', maxPerDay: 2 },
      quantity: { value: '14', manual: false },
    });
    expect(instructionOf(entered)?.en).toContain('at most twice a day');
  });

  it('is complete after a usual as-needed dose, with indication, maximum and the largest quantity', () => {
    const usual = { ...sig, asNeeded: { reason: { en: 'fever', zh: '发热' }, maxPerDay: 3, minHoursBetween: null } };
    const line = withSig(lineOfHit(hit, id), usual, [usual], ({ zh }) => zh);
    expect(inputOf(line)).toMatchObject({
      asNeeded: { reason: '发热', maxPerDay: 3 },
      quantity: { value: '21', manual: false },
    });
    expect(instructionOf(line)?.en).toContain('when needed for fever, at most 3 times a day');
  });

  it('keeps the indication that the doctor entered before choosing a usual dose', () => {
    const usual = { ...sig, asNeeded: { reason: { en: 'fever', zh: '发热' }, maxPerDay: 3, minHoursBetween: null } };
    const begun: LineDraft = {
      ...lineOfHit(hit, id),
      asNeeded: { reason: 'toothache', maxPerDay: null, minHoursBetween: 6 },
    };
    expect(withSig(begun, usual, [usual], english).asNeeded).toEqual({
      reason: 'toothache',
      maxPerDay: 3,
      minHoursBetween: 6,
    });
  });

  it('drops the indication of a usual dose for that of another', () => {
    const fever = { ...sig, asNeeded: { reason: { en: 'fever', zh: '发热' }, maxPerDay: 3, minHoursBetween: null } };
    const pain = { ...sig, asNeeded: { reason: { en: 'pain', zh: '疼痛' }, maxPerDay: 3, minHoursBetween: null } };
    const bare = { ...sig, asNeeded: { reason: null, maxPerDay: null, minHoursBetween: null } };
    const usual = [fever, pain, bare];
    const line = withSig(lineOfHit(hit, id), fever, usual, english);
    expect(withSig(line, pain, usual, english).asNeeded?.reason).toBe('pain');
    expect(withSig(line, bare, usual, english).asNeeded?.reason).toBe('');
  });

  it('can be filled by quick entry, with doses of mass converted to capsules', () => {
    const typed = withQuick(lineOfHit(hit, id), readQuickSig('1000 500 mg bid pc x 3d', 'capsule'));
    expect(inputOf(typed)).toMatchObject({
      dose: { value: '2', unit: 'capsule' },
      durationDays: 6,
      steps: [{ dose: { value: '1', unit: 'capsule' }, days: 3, timing: { frequency: 2, when: 'after-meal' } }],
      quantity: { value: '18', unit: 'capsule', manual: false },
    });
    expect(instructionOf(typed)?.en).toContain('Day 4–6: 1 capsule twice a day after meals.');
  });

  it('calculates the most of an as-needed medicine, and prefers the typed quantity', () => {
    const typed = withQuick(lineOfHit(hit, id), readQuickSig('1 prn pain max 3 3d', 'capsule'));
    expect(inputOf(typed)?.quantity).toMatchObject({ value: '9', manual: false });
    const whole = withQuick(typed, readQuickSig('1 prn pain max 3 3d #6', 'capsule'));
    expect(inputOf(whole)?.quantity).toMatchObject({ value: '6', manual: true });
  });

  it('round-trips through the record, with taper, weekdays and minimum interval', () => {
    const typed = withQuick(lineOfHit(hit, id), readQuickSig('2 1 mon,thu x 2w', 'capsule'));
    const kept = inputOf(typed);
    if (!kept) throw new Error('line is not complete');
    const words = { en: '', zh: '' };
    const item = { ...kept, productName: words, strength: '', form: words, instruction: words };
    expect(inputOf(lineOfItem(item))).toEqual(kept);
    const kept2 = { ...item, asNeeded: { reason: 'pain', maxPerDay: 2, minHoursBetween: 6 } };
    expect(inputOf(lineOfItem(kept2))?.asNeeded).toEqual({ reason: 'pain', maxPerDay: 2, minHoursBetween: 6 });
  });

  it.each(['0', '-1', '1,5', 'one', '1e3', ''])('rejects “%s” as a dose', (value) => {
    expect(missingFields({ ...whole, dose: { value, unit: 'capsule' } })).toContain('dose');
  });
});

describe('The quantity of a line', () => {
  it('follows dose and days', () => {
    expect(withQuantity({ ...whole, days: 5 }).quantity.value).toBe('15');
    expect(withQuantity({ ...whole, dose: { value: '0.5', unit: 'capsule' } }).quantity.value).toBe('11');
  });

  it('stays when it was set manually, until the calculated one is requested', () => {
    const byHand: LineDraft = { ...whole, quantity: { value: '24', manual: true } };
    expect(withQuantity({ ...byHand, days: 5 }).quantity).toEqual({ value: '24', manual: true });
    expect(withCalculatedQuantity({ ...byHand, days: 5 }).quantity).toEqual({ value: '15', manual: false });
  });

  it('becomes blank where it cannot be calculated', () => {
    expect(withQuantity({ ...whole, dose: { value: '500', unit: 'mg' } }).quantity.value).toBe('');
    expect(withQuantity({ ...whole, days: null }).quantity.value).toBe('');
  });
});

describe('A line of the record', () => {
  const input = inputOf(whole);
  if (!input) throw new Error('line is not complete');
  const item: PrescriptionItem = {
    ...input,
    productName: hit.name,
    strength: hit.strength,
    form: hit.form,
    instruction: { en: '', zh: '' },
  };

  it('is restored as it was written', () => {
    const { id: product, name, strength, form, unit } = whole.product;
    expect(lineOfItem(item)).toEqual({ ...whole, product: { id: product, name, strength, form, unit } });
    expect(sameLines([lineOfItem(item)], [whole])).toBe(true);
  });

  it('can be copied into another prescription under a new id', () => {
    const other = '01890000-0000-7000-8000-000000000002';
    expect(inputOf(lineOfItem(item, other))).toEqual({ ...input, id: other });
  });

  it('differs when any saved field differs, but not when only its name does', () => {
    expect(sameLines([whole], [{ ...whole, product: { ...whole.product, name: { en: 'x', zh: 'x' } } }])).toBe(true);
    expect(sameLines([whole], [{ ...whole, substitutionAllowed: false }])).toBe(false);
    expect(sameLines([whole], [{ ...whole, quantity: { ...whole.quantity, manual: true } }])).toBe(false);
    expect(sameLines([whole], [])).toBe(false);
    expect(sameLines([whole, { ...whole, id: 'b' }], [{ ...whole, id: 'b' }, whole])).toBe(false);
  });
});

it('maps a rejected path to its field', () => {
  expect(
    ['dose.value', 'dose.unit', 'timing.period', 'durationDays', 'asNeeded.maxPerDay', 'route', 'productId'].map(
      (path) => fieldOfPath(path.split('.')),
    ),
  ).toEqual(['dose', 'unit', 'often', 'days', 'maxPerDay', 'route', 'product']);
});
