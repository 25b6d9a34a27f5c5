import { describe, expect, it } from 'vitest';
import { duplicateCheck } from './checks/duplicate-check.ts';
import { interactionCheck } from './checks/interaction-check.ts';
import { loadKnowledgeBase } from './knowledge/knowledge-base.ts';
import type { ActiveMedicine, DraftItem, Supply } from './safety-input.ts';
import { checkSafety } from './testing/check-safety.ts';
import { draftItem, safetyCase, taking } from './testing/safety-case.ts';

const month = (productId: string, over: Partial<DraftItem> = {}) => draftItem(productId, { durationDays: 28, ...over });

/** A line of an earlier prescription of the same doctor with three days left, unless overridden. */
const before = (
  productId: string,
  {
    supply,
    course,
    id = `before-${productId}`,
  }: { supply?: Partial<Supply>; course?: Partial<DraftItem>; id?: string } = {},
) =>
  taking('', {
    id,
    origin: 'prescription',
    productId,
    course: month(productId, course),
    supply: { daysLeft: 3, courseDays: 28, samePrescriber: true, ...supply },
  });

const duplicates = (items: DraftItem[], activeMedicines: ActiveMedicine[]) =>
  checkSafety(safetyCase({ items, activeMedicines }), loadKnowledgeBase(), [duplicateCheck]).issues;

const amlodipine = 'amlodipine-5mg-tablet';
const at = (when: 'morning' | 'evening') => ({ frequency: 1, period: 1, periodUnit: 'd' as const, when });
const asNeeded = {
  asNeeded: { reason: { en: 'pain', zh: '疼痛' }, maxPerDay: 2, minHoursBetween: null },
} as unknown as Partial<DraftItem>;
/** The same line, one day before the earlier one ends. */
const renewed = (productId: string, over: Partial<DraftItem> = {}): [DraftItem[], ActiveMedicine[]] => [
  [month(productId, over)],
  [before(productId, { course: over, supply: { daysLeft: 1 } })],
];
const weekly = { frequency: 1, period: 1, periodUnit: 'wk' as const, when: null };

describe('a renewal', () => {
  it('informs that a line continues an earlier prescription that is about to end', () => {
    const [issue, ...others] = duplicates([month(amlodipine)], [before(amlodipine)]);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: 'minor', itemIds: [`item-${amlodipine}`] });
    expect(issue?.advice.en).toContain('up to 3 days more');
  });

  it.each([
    ['a week left', [month(amlodipine)], [before(amlodipine, { supply: { daysLeft: 7 } })]],
    ['the next course longer', [month(amlodipine, { durationDays: 84 })], [before(amlodipine)]],
  ])('counts with %s', (_, items, active) => {
    expect(duplicates(items, active).map(({ severity }) => severity)).toEqual(['minor']);
  });

  it.each<[string, DraftItem[], ActiveMedicine[]]>([
    ['more than a week is left', [month(amlodipine)], [before(amlodipine, { supply: { daysLeft: 8 } })]],
    [
      'more than half of a short course is left',
      [month(amlodipine)],
      [before(amlodipine, { supply: { daysLeft: 4, courseDays: 7 } })],
    ],
    [
      'the supply is not known',
      [month(amlodipine)],
      [taking('', { origin: 'prescription', productId: amlodipine, course: month(amlodipine) })],
    ],
    ['another doctor prescribed it', [month(amlodipine)], [before(amlodipine, { supply: { samePrescriber: false } })]],
    ['the dose rises', [month(amlodipine, { dose: { value: '2', unit: 'tablet' } })], [before(amlodipine)]],
    ['the strength rises', [month('amlodipine-10mg-tablet')], [before(amlodipine)]],
    [
      'it is taken more often',
      [month(amlodipine, { timing: { frequency: 2, period: 1, periodUnit: 'd', when: null } })],
      [before(amlodipine)],
    ],
    [
      'a weekly dose becomes a daily one',
      [month('methotrexate-2.5mg-tablet')],
      [before('methotrexate-2.5mg-tablet', { course: { timing: weekly }, supply: { daysLeft: 1 } })],
    ],
    ['the form differs', [month('metformin-500mg-er-tablet')], [before('metformin-500mg-tablet')]],
    [
      'a second prescription of it runs',
      [month(amlodipine)],
      [before(amlodipine), before(amlodipine, { id: 'again' })],
    ],
    [
      'a combination holds it too',
      [month(amlodipine)],
      [before(amlodipine), before('valsartan-80mg-amlodipine-5mg-tablet')],
    ],
    ['the draft has it twice', [month(amlodipine), month(amlodipine, { id: 'second' })], [before(amlodipine)]],
    ['the patient states it too', [month(amlodipine)], [before(amlodipine), taking('氨氯地平')]],
    ['only the patient states it', [month(amlodipine)], [taking('氨氯地平')]],
    [
      'another strength makes up the same dose',
      [month('amlodipine-10mg-tablet', { dose: { value: '0.5', unit: 'tablet' } })],
      [before(amlodipine)],
    ],
    [
      'the time of day differs',
      [month(amlodipine, { timing: at('evening') })],
      [before(amlodipine, { course: { timing: at('morning') } })],
    ],
    ['it is as needed', [month(amlodipine, asNeeded)], [before(amlodipine, { course: asNeeded })]],
    [
      'the course was short',
      [month(amlodipine)],
      [before(amlodipine, { supply: { daysLeft: 2, courseDays: 14 }, course: { durationDays: 14 } })],
    ],
    ['the course is short now', [month(amlodipine, { durationDays: 7 })], [before(amlodipine)]],
    ['methotrexate is refilled', ...renewed('methotrexate-2.5mg-tablet', { timing: weekly })],
    ['an anticoagulant is refilled', ...renewed('warfarin-2.5mg-tablet')],
    ['a hypnotic is refilled', ...renewed('zolpidem-10mg-tablet')],
    ['an opioid is refilled', ...renewed('tramadol-50mg-capsule')],
    ['digoxin is refilled', ...renewed('digoxin-0.25mg-tablet')],
    ['spironolactone is refilled', ...renewed('spironolactone-20mg-tablet')],
    ['trihexyphenidyl is refilled', ...renewed('trihexyphenidyl-2mg-tablet')],
    ['a medicine with a longest course is refilled', ...renewed('domperidone-10mg-tablet')],
  ])('still interrupts when %s', (_, items, active) => {
    expect(duplicates(items, active).map(({ severity }) => severity)).toContain('moderate');
  });

  it('says how many days of an early refill are left', () => {
    const [issue] = duplicates(
      [month('warfarin-2.5mg-tablet')],
      [before('warfarin-2.5mg-tablet', { supply: { daysLeft: 12 } })],
    );
    expect(issue?.advice.en).toContain('up to 12 days more');
    expect(issue?.advice.zh).toContain('12天');
  });

  it('reports an interaction of two renewed medicines once, as gravely as before', () => {
    const products = [amlodipine, 'simvastatin-20mg-tablet'];
    const of = (activeMedicines: ActiveMedicine[]) =>
      checkSafety(safetyCase({ items: products.map((id) => month(id)), activeMedicines }), loadKnowledgeBase(), [
        interactionCheck,
      ]).issues.map(({ id, severity }) => [id.split(':')[1], severity]);
    const alone = of([]);
    expect(alone).toHaveLength(1);
    expect(of(products.map((id) => before(id)))).toEqual(alone);
  });

  it('still compares the other lines with a medicine that is not renewed', () => {
    const { issues } = checkSafety(
      safetyCase({
        items: [month('clarithromycin-250mg-tablet')],
        activeMedicines: [before('simvastatin-20mg-tablet')],
      }),
      loadKnowledgeBase(),
      [interactionCheck],
    );
    expect(issues).toHaveLength(1);
  });
});
