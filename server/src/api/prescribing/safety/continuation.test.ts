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

const stated = (text: string, dosage: string, over: Partial<ActiveMedicine> = {}) =>
  taking(text, { dosage, confirmed: true, ...over });

const duplicates = (items: DraftItem[], activeMedicines: ActiveMedicine[]) =>
  checkSafety(safetyCase({ items, activeMedicines }), loadKnowledgeBase(), [duplicateCheck]).issues;

const amlodipine = 'amlodipine-5mg-tablet';
const weekly = { frequency: 1, period: 1, periodUnit: 'wk' as const, when: null };

describe('a renewal', () => {
  it('informs that a line continues an earlier prescription that is about to end', () => {
    const [issue, ...others] = duplicates([month(amlodipine)], [before(amlodipine)]);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ severity: 'minor', itemIds: [`item-${amlodipine}`] });
    expect(issue?.advice.en).toContain('up to 3 days more');
  });

  it.each([
    [
      'another strength that makes up the same dose',
      [month('amlodipine-10mg-tablet', { dose: { value: '0.5', unit: 'tablet' } })],
      [before(amlodipine)],
    ],
    ['a week left', [month(amlodipine)], [before(amlodipine, { supply: { daysLeft: 7 } })]],
    [
      'a weekly dose two days before its end',
      [month('methotrexate-2.5mg-tablet', { timing: weekly })],
      [before('methotrexate-2.5mg-tablet', { course: { timing: weekly }, supply: { daysLeft: 2 } })],
    ],
    [
      'what the patient also states in the same dose',
      [month(amlodipine)],
      [before(amlodipine), stated('氨氯地平', '5mg 每日1次')],
    ],
    ['a confirmed statement with the same dose', [month(amlodipine)], [stated('amlodipine 5 mg', 'once daily')]],
    [
      'a drop for the eye',
      [month('latanoprost-0.05mg-per-ml-eye-drops')],
      [before('latanoprost-0.05mg-per-ml-eye-drops')],
    ],
  ])('counts with %s', (_, items, active) => {
    const severities = duplicates(items, active).map(({ severity }) => severity);
    expect(new Set(severities)).toEqual(new Set(['minor']));
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
    ['a patient states another dose', [month(amlodipine)], [before(amlodipine), stated('氨氯地平', '10mg 每日1次')]],
    ['a patient states no dose', [month(amlodipine)], [stated('氨氯地平', '')]],
    ['a statement is not confirmed', [month(amlodipine)], [stated('氨氯地平', '5mg 每日1次', { confirmed: false })]],
    ['a statement names more than it', [month(amlodipine)], [stated('氨氯地平阿托伐他汀', '5mg 每日1次')]],
    [
      'methotrexate is refilled early',
      [month('methotrexate-2.5mg-tablet', { timing: weekly })],
      [before('methotrexate-2.5mg-tablet', { course: { timing: weekly } })],
    ],
    ['an anticoagulant is refilled early', [month('warfarin-2.5mg-tablet')], [before('warfarin-2.5mg-tablet')]],
    ['a hypnotic is refilled early', [month('zolpidem-10mg-tablet')], [before('zolpidem-10mg-tablet')]],
    ['an opioid is refilled early', [month('tramadol-50mg-capsule')], [before('tramadol-50mg-capsule')]],
    ['an anticoagulant is only stated', [month('warfarin-2.5mg-tablet')], [stated('华法林', '2.5mg 每日1次')]],
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
    const products = ['clarithromycin-250mg-tablet', 'simvastatin-20mg-tablet'];
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
