import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';

const doubts = (ageMonths: number, weightKg: string, product = 'ibuprofen-20mg-per-ml-suspension') => {
  const input = safetyCase({ items: [draftItem(product)] });
  const { notChecked } = checkSafety({ ...input, patient: { ...input.patient, ageMonths, weightKg } });
  return notChecked.filter(({ reason }) => reason.en.includes('implausible'));
};

describe('a weight that no child of that age has', () => {
  it.each([
    [6, '15'],
    [12, '20'],
    // Ordinary children whose weight was written in jin.
    [12, '18'],
    [24, '24'],
    [36, '28'],
    [48, '34'],
    [24, '30'],
    [36, '33'],
    [59, '39'],
  ])('leaves the dose unchecked: %i months and %s kg', (months, kg) => {
    const [doubt, ...further] = doubts(months, kg);
    expect(doubt).toMatchObject({ check: 'dose' });
    expect(doubt?.reason.en).toContain(`${kg} kg is implausible at ${months} months (perhaps in jin or pounds)`);
    expect(doubt?.reason.zh).toContain(`${kg} kg与${months}月龄不符`);
    expect(further).toEqual([]);
  });

  it.each([
    [0, '5'],
    [12, '13'],
    [24, '21'],
    [35, '26'],
    [36, '21'],
    [59, '29'],
    // From five years on a heavy child may weigh twice as much as others.
    [60, '45'],
    [480, '70'],
  ])('is no heavy one of %i months and %s kg', (months, kg) => {
    expect(doubts(months, kg)).toEqual([]);
  });

  it.each([
    'hydrocortisone-10mg-per-g-cream',
    'montelukast-4mg-chewable-tablet',
    'xylometazoline-1mg-per-ml-nasal-drops',
  ])('matters to no medicine that stays on the skin or is dosed by age: %s', (product) => {
    expect(doubts(36, '40', product)).toEqual([]);
  });
});
