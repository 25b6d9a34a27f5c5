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
    ['two benzodiazepines of unlike ATC groups', ['alprazolam-0.4mg-tablet', 'estazolam-1mg-tablet'], {}],
    ['a benzodiazepine and a hypnotic', ['clonazepam-2mg-tablet'], { activeMedicines: [taking('唑吡坦')] }],
    ['two beta blockers', ['bisoprolol-5mg-tablet', 'propranolol-10mg-tablet'], {}],
    ['two alpha blockers', ['tamsulosin-0.2mg-er-capsule', 'doxazosin-4mg-er-tablet'], {}],
    ['two thiazides', ['hydrochlorothiazide-25mg-tablet', 'indapamide-2.5mg-tablet'], {}],
    ['two calcium antagonists that slow the heart', ['diltiazem-30mg-tablet', 'verapamil-40mg-tablet'], {}],
    ['two antipsychotics', ['risperidone-1mg-tablet', 'haloperidol-2mg-tablet'], {}],
    ['two muscle relaxants', ['eperisone-50mg-tablet', 'chlorzoxazone-200mg-tablet'], {}],
    [
      'two penicillins that staphylococci cannot destroy',
      ['flucloxacillin-250mg-capsule'],
      { activeMedicines: [taking('oxacillin')] },
    ],
    ['two cephalosporins of unlike generations', ['cefixime-100mg-capsule', 'cefaclor-250mg-capsule'], {}],
    ['two quinolones', ['levofloxacin-500mg-tablet', 'nemonoxacin-250mg-capsule'], {}],
    ['two nitroimidazoles', ['metronidazole-200mg-tablet', 'tinidazole-500mg-tablet'], {}],
    ['two thionamides', ['thiamazole-10mg-tablet', 'propylthiouracil-50mg-tablet'], {}],
    ['a sulfonylurea and a glinide', ['gliclazide-80mg-tablet', 'repaglinide-1mg-tablet'], {}],
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
    ['a thiazide and a loop diuretic', ['hydrochlorothiazide-25mg-tablet', 'furosemide-20mg-tablet']],
    ['lithium and an antipsychotic', ['lithium-250mg-tablet', 'quetiapine-100mg-tablet']],
    ['a basal and a rapid insulin', ['insulin-glargine-100iu-per-ml-pen', 'insulin-aspart-100iu-per-ml-pen']],
    ['a penicillin and a cephalosporin', ['amoxicillin-250mg-capsule', 'cefuroxime-250mg-tablet']],
    ['a benzodiazepine and melatonin', ['clonazepam-2mg-tablet'], { activeMedicines: [taking('melatonin')] }],
    ['baclofen and tizanidine', ['baclofen-10mg-tablet', 'tizanidine-2mg-tablet']],
    ['amoxicillin and flucloxacillin', ['amoxicillin-500mg-capsule', 'flucloxacillin-250mg-capsule']],
    ['one line', ['amlodipine-5mg-tablet']],
  ] as const)('finds nothing for %s', (_, products, over: Partial<SafetyInput> = {}) => {
    expect(check([...products], over)).toMatchObject({ issues: [], notChecked: [] });
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
