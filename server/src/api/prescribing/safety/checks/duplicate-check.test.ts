import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SafetyInput } from '../safety-input.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { duplicateCheck } from './duplicate-check.ts';

const check = (products: string[], over: Partial<SafetyInput> = {}) =>
  checkSafety(safetyCase({ items: products.map((id) => draftItem(id)), ...over }), loadKnowledgeBase(), [
    duplicateCheck,
  ]);

describe('duplicate check', () => {
  it('says where the second of two medicines comes from', () => {
    const prescribedAt = '2026-11-12T04:00:00.000Z';
    const { issues } = check(['ibuprofen-200mg-tablet'], {
      activeMedicines: [
        taking('', { origin: 'prescription', productId: 'ibuprofen-200mg-tablet', prescribedAt }),
        taking('布洛芬'),
      ],
    });
    expect(issues.map(({ other }) => [other?.origin, other?.prescribedAt])).toEqual([
      ['prescription', prescribedAt],
      ['stated', null],
    ]);
  });

  it.each([
    ['one ingredient in two strengths', ['amlodipine-5mg-tablet', 'amlodipine-10mg-tablet'], {}],
    [
      'an ingredient alone and in a combination',
      ['amoxicillin-500mg-capsule', 'amoxicillin-500mg-clavulanic-acid-125mg-tablet'],
      {},
    ],
    ['two of one class', ['ibuprofen-200mg-tablet'], { activeMedicines: [taking('布洛芬缓释胶囊')] }],
    ['two ACE inhibitors', ['enalapril-10mg-tablet'], { activeMedicines: [taking('captopril 25 mg bid')] }],
    ['two antihistamines of unlike chemistry', ['loratadine-10mg-tablet', 'cetirizine-10mg-tablet'], {}],
    [
      'a product of another prescription',
      ['omeprazole-20mg-ec-capsule'],
      { activeMedicines: [taking('', { origin: 'prescription', productId: 'pantoprazole-40mg-ec-tablet' })] },
    ],
  ] as const)('warns of %s', (_, products, over) => {
    const { issues, notChecked } = check([...products], over as Partial<SafetyInput>);
    expect(issues).toMatchObject([{ check: 'duplicate', severity: 'moderate', overridable: true }]);
    expect(notChecked).toEqual([]);
  });

  it.each([
    ['two of different classes', ['amlodipine-5mg-tablet', 'losartan-50mg-tablet']],
    ['a steroid spray and a steroid tablet', ['mometasone-50ug-nasal-spray', 'prednisone-5mg-tablet']],
    [
      'a reliever and a combination with a long-acting one',
      ['salbutamol-100ug-inhaler', 'budesonide-160ug-formoterol-4.5ug-inhaler-powder'],
    ],
    ['one line', ['amlodipine-5mg-tablet']],
  ])('finds nothing for %s', (_, products) => {
    expect(check(products)).toMatchObject({ issues: [], notChecked: [] });
  });

  it('grades the same substance lower when one is swallowed and the other is an eye drop', () => {
    expect(check(['levofloxacin-500mg-tablet', 'levofloxacin-5mg-per-ml-eye-drops']).issues).toMatchObject([
      { severity: 'minor' },
    ]);
  });

  it('names both lines of a draft, but only the draft line when the other medicine is already taken', () => {
    expect(check(['amlodipine-5mg-tablet', 'amlodipine-10mg-tablet']).issues[0]?.itemIds).toHaveLength(2);
    expect(
      check(['amlodipine-5mg-tablet'], { activeMedicines: [taking('amlodipine')] }).issues[0]?.itemIds,
    ).toHaveLength(1);
  });

  it('reports what it could not compare', () => {
    expect(check(['amlodipine-5mg-tablet'], { activeMedicines: [taking('some herbs')] }).notChecked).toHaveLength(1);
    expect(check(['amlodipine-5mg-tablet'], { medicinesStated: false }).notChecked).toHaveLength(1);
    expect(check(['amlodipine-5mg-tablet'], { activeMedicines: [taking('无')] }).notChecked).toEqual([]);
  });
});
