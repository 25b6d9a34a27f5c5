import { describe, expect, it } from 'vitest';
import type { MedicineRoute } from '@yunzhen/shared/prescribing/dose/medicine-labels';
import { loadCuratedFormulary } from '../../../catalogues/index.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SafetyInput } from '../safety-input.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { interactionCheck } from './interaction-check.ts';

const knowledge = loadKnowledgeBase();
const formulary = loadCuratedFormulary();
const check = (products: string[], over: Partial<SafetyInput> = {}) =>
  checkSafety(safetyCase({ items: products.map((id) => draftItem(id)), ...over }), knowledge, [interactionCheck]);
const takenWith = (product: string, text: string) => check([product], { activeMedicines: [taking(text)] });
const between = (a: string, b: string) => knowledge.interactions.between(a, b)?.severity;

describe('interaction check', () => {
  it('says which medicine is which in two findings on the same substances', () => {
    const prescribedAt = '2026-11-12T04:00:00.000Z';
    const { issues } = check(['prednisolone-5mg-tablet', 'ibuprofen-200mg-tablet'], {
      activeMedicines: [
        taking('', { id: 'p', origin: 'prescription', productId: 'ibuprofen-200mg-tablet', prescribedAt }),
        taking('ibuprofen from the shop', { id: 's' }),
      ],
    });
    expect(issues.filter(({ itemIds }) => itemIds[0] === 'item-prednisolone-5mg-tablet')).toMatchObject([
      { itemIds: ['item-prednisolone-5mg-tablet', 'item-ibuprofen-200mg-tablet'], other: { origin: 'draft' } },
      { itemIds: ['item-prednisolone-5mg-tablet'], other: { origin: 'prescription', prescribedAt } },
      { other: { origin: 'stated', name: { en: 'ibuprofen from the shop' }, prescribedAt: null } },
    ]);
  });

  it.each([
    ['sildenafil-50mg-tablet', 'nitroglycerin', 'contraindicated'],
    ['simvastatin-20mg-tablet', 'clarithromycin 500 mg bid', 'contraindicated'],
    ['ibuprofen-200mg-tablet', '华法林 2.5mg 每日1次', 'serious'],
    ['sulfamethoxazole-400mg-trimethoprim-80mg-tablet', 'methotrexate', 'contraindicated'],
    ['omeprazole-20mg-ec-capsule', '氯吡格雷', 'serious'],
    ['amlodipine-5mg-tablet', 'simvastatin', 'moderate'],
    ['metronidazole-200mg-tablet', '白酒', 'serious'],
    ['clarithromycin-250mg-tablet', '立普妥 20mg 睡前', 'serious'],
    ['ibuprofen-200mg-tablet', '拜瑞妥', 'serious'],
  ])('finds %s with %s to be %s', (product, text, severity) => {
    const { issues, notChecked } = takenWith(product, text);
    expect(issues[0]).toMatchObject({ check: 'interaction', severity, overridable: severity !== 'contraindicated' });
    expect(issues[0]?.source).not.toBe('');
    expect(notChecked).toEqual([]);
  });

  it.each([
    ['amoxicillin-500mg-capsule', 'paracetamol'],
    ['amlodipine-5mg-tablet', 'losartan'],
    ['metformin-500mg-tablet', 'atorvastatin'],
  ])('finds nothing for %s with %s, and leaves nothing unchecked', (product, text) => {
    expect(takenWith(product, text)).toMatchObject({ issues: [], notChecked: [] });
  });

  it('compares the lines of one draft and names both', () => {
    const { issues } = check(['sildenafil-50mg-tablet', 'isosorbide-mononitrate-20mg-tablet']);
    expect(issues).toHaveLength(1);
    expect(issues[0]?.itemIds).toHaveLength(2);
  });

  it('grades local medicines lower, except those that are absorbed', () => {
    expect(between('fusidic-acid', 'simvastatin')).toBe('moderate');
    expect(takenWith('fusidic-acid-20mg-per-g-cream', 'simvastatin').issues).toEqual([]);
    expect(takenWith('diclofenac-10mg-per-g-gel', 'warfarin').issues).toMatchObject([{ severity: 'moderate' }]);
    expect(takenWith('miconazole-200mg-vaginal-suppository', 'warfarin').issues).toMatchObject([
      { severity: 'serious' },
    ]);
    expect(takenWith('timolol-5mg-per-ml-eye-drops', 'verapamil').issues).toMatchObject([{ severity: 'serious' }]);
  });

  it.each<[string, MedicineRoute]>([
    ['triamcinolone-1mg-per-g-cream', 'topical'],
    ['triamcinolone-1mg-per-g-econazole-10mg-per-g-cream', 'topical'],
    ['triamcinolone-1mg-per-g-ointment', 'oromucosal'],
    ['triamcinolone-55ug-nasal-spray', 'nasal'],
    ['fluticasone-50ug-nasal-spray', 'topical'],
    ['fluticasone-125ug-inhaler', 'inhalation'],
    ['budesonide-64ug-nasal-spray', 'ophthalmic'],
    ['tobramycin-3mg-per-ml-dexamethasone-1mg-per-ml-eye-drops', 'ophthalmic'],
  ])('warns of %s by route %s with strong CYP3A4 inhibitors, as of the inhaled one', (product, route) => {
    for (const inhibitor of ['clarithromycin', 'itraconazole', 'ketoconazole', 'darunavir', 'atazanavir']) {
      const { issues } = checkSafety(
        safetyCase({ items: [draftItem(product, { route })], activeMedicines: [taking(inhibitor)] }),
        knowledge,
        [interactionCheck],
      );
      const found = issues.filter(({ id }) => id.startsWith('interaction:corticosteroid-3a4:'));
      expect(found, inhibitor).toMatchObject([{ severity: 'moderate' }]);
    }
  });

  it('does not report an unknown pair as safe', () => {
    expect(takenWith('gastrodin-50mg-capsule', 'warfarin').notChecked).toMatchObject([
      { check: 'interaction', reason: { en: expect.stringContaining('Gastrodin') } },
    ]);
    expect(check(['gastrodin-50mg-capsule']).notChecked).toEqual([]);
    expect(takenWith('amlodipine-5mg-tablet', 'a powder from the market').notChecked).toHaveLength(1);
    expect(check(['amlodipine-5mg-tablet'], { medicinesStated: false }).notChecked).toHaveLength(1);
  });
});

describe('interaction rules', () => {
  it('cover at least 300 pairs of ingredients', () => {
    expect(knowledge.interactions.pairs).toBeGreaterThanOrEqual(300);
  });

  it('name only ingredients whose names can be recognised in a stated medicine', () => {
    const named = knowledge.interactionRules
      .flatMap((rule) => [...rule.a, ...rule.b])
      .filter((name) => !name.startsWith('class:'));
    expect(named.filter((id) => !formulary.ingredient(id))).toEqual([]);
  });

  it('have a unique id, a source, and a reason for every doubt', () => {
    const ids = knowledge.interactionRules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const rule of knowledge.interactionRules) {
      expect(rule.source.length, rule.id).toBeGreaterThan(8);
      expect(/\p{Script=Han}/u.test(rule.mechanism.zh + rule.advice.zh), rule.id).toBe(true);
      if (rule.confidence === 'check') expect(rule.note, rule.id).not.toBe('');
    }
  });

  it.each([
    ['dexamfetamine', 'phenelzine'],
    ['atazanavir', 'omeprazole'],
    ['azathioprine', 'febuxostat'],
    ['fluoxetine', 'tranylcypromine'],
    ['irinotecan', 'ketoconazole'],
    ['pethidine', 'phenelzine'],
    ['amitriptyline', 'phenelzine'],
    ['sotalol', 'amiodarone'],
    ['ramelteon', 'fluvoxamine'],
    ['rifampicin', 'ritonavir'],
    ['simvastatin', 'itraconazole'],
    ['ergotamine', 'clarithromycin'],
    ['tizanidine', 'ciprofloxacin'],
    ['tranylcypromine', 'procarbazine'],
    ['sumatriptan', 'phenelzine'],
  ])('include the high-priority pair of 2012: %s and %s', (a, b) => {
    expect(between(a, b)).toBe('contraindicated');
  });

  it.each([
    ['warfarin', 'fluconazole', 'serious'],
    ['warfarin', 'clarithromycin', 'serious'],
    ['enalapril', 'potassium-chloride', 'serious'],
    ['tadalafil', 'isosorbide-dinitrate', 'contraindicated'],
    ['digoxin', 'clarithromycin', 'serious'],
    ['lithium', 'hydrochlorothiazide', 'serious'],
    ['lithium', 'ibuprofen', 'serious'],
    ['alcohol-drink', 'metronidazole', 'serious'],
    ['codeine', 'diazepam', 'serious'],
    ['moxifloxacin', 'amiodarone', 'contraindicated'],
    ['haloperidol', 'azithromycin', 'serious'],
    ['nifedipine', 'rifampicin', 'contraindicated'],
    ['nifedipine', 'carbamazepine', 'serious'],
    ['nimodipine', 'rifampicin', 'contraindicated'],
    ['nimodipine', 'phenobarbital', 'contraindicated'],
    ['nimodipine', 'phenytoin', 'contraindicated'],
    ['nimodipine', 'carbamazepine', 'contraindicated'],
    ['nimodipine', 'primidone', 'serious'],
    ['rivaroxaban', 'dronedarone', 'serious'],
    ['edoxaban', 'dronedarone', 'moderate'],
  ])('grade %s and %s as %s', (a, b, severity) => {
    expect(between(a, b)).toBe(severity);
  });

  it('advise to start low where both raise serotonin', () => {
    expect(knowledge.interactions.between('sertraline', 'amitriptyline')?.advice).toEqual({
      en: 'Start low; watch for agitation, tremor, fever.',
      zh: '小剂量起始，观察有无激越、震颤、发热。',
    });
  });

  it('advise on thiamazole for a thyroid that amiodarone has made overactive', () => {
    const advice = knowledge.interactions.between('thiamazole', 'amiodarone')?.advice;
    expect(advice).toEqual({
      en: expect.stringMatching(/treats .*amiodarone/),
      zh: expect.stringContaining('内分泌科'),
    });
    expect(advice?.en).not.toContain('Only before surgery');
    expect(knowledge.interactions.between('thiamazole', 'potassium-iodide')?.advice.en).toContain('before surgery');
  });
});

describe('fluconazole', () => {
  const once = { durationDays: 1 };
  const twice = { timing: { frequency: 1, period: 3, periodUnit: 'd' as const, when: null }, durationDays: 6 };
  const thrush = 'fluconazole-150mg-capsule';
  const graded = (over: Parameters<typeof draftItem>[1], text: string, product = thrush) =>
    checkSafety(safetyCase({ items: [draftItem(product, over)], activeMedicines: [taking(text)] }), knowledge, [
      interactionCheck,
    ]).issues[0]?.severity ?? 'none';

  it.each([
    ['simvastatin', 'serious', 'moderate'],
    ['gliclazide', 'serious', 'moderate'],
    ['clopidogrel', 'moderate', 'minor'],
    // A single dose has raised the INR; for the others no source tells it from a course, or little more is dangerous.
    ['citalopram', 'serious', 'serious'],
    ['tacrolimus', 'serious', 'serious'],
    ['phenytoin', 'serious', 'serious'],
    ['amiodarone', 'serious', 'serious'],
    ['warfarin', 'serious', 'serious'],
    ['domperidone', 'contraindicated', 'contraindicated'],
    ['ergotamine', 'contraindicated', 'contraindicated'],
  ])('as a single dose of 150 mg meets %s: %s in a course, %s once', (other, course, single) => {
    expect(graded({ durationDays: 7 }, other)).toBe(course);
    expect(graded(twice, other)).toBe(course);
    expect(graded(once, other)).toBe(single);
    expect(graded({ ...once, dose: { value: '2', unit: 'capsule' } }, other)).toBe(course);
  });

  it('counts as a course in two lines, or beside another fluconazole', () => {
    const line = (id: string) => draftItem(thrush, { ...once, id });
    const gravest = (over: Partial<SafetyInput>) =>
      checkSafety(safetyCase(over), knowledge, [interactionCheck]).issues.map(({ severity }) => severity);
    const statin = draftItem('simvastatin-20mg-tablet');
    expect(gravest({ items: [line('first'), statin] })).toEqual(['moderate']);
    expect(gravest({ items: [line('first'), line('second'), statin] })).toEqual(['serious', 'serious']);
    expect(gravest({ items: [line('first'), statin], activeMedicines: [taking('fluconazole')] })).toContain('serious');
  });

  const beside = (text: string) =>
    checkSafety(
      safetyCase({
        items: [draftItem(thrush, once), draftItem('simvastatin-20mg-tablet')],
        activeMedicines: [taking(text)],
      }),
      knowledge,
      [interactionCheck],
    ).issues.map(({ severity }) => severity);

  it.each([
    'fluconazole 150 mg once last month',
    'fluconazole 150 mg, a single dose, two months ago',
    '上月单次口服氟康唑150mg',
    '一个月前吃过一粒氟康唑',
  ])('of a month ago neither raises a single dose of today nor is shown beside it: %s', (text) => {
    expect(beside(text)).toEqual(['moderate']);
    // Without a line for fluconazole nothing that is stated is left out.
    expect(graded({}, text, 'simvastatin-20mg-tablet')).toBe('serious');
  });

  it.each([
    'fluconazole',
    'fluconazole 150 mg once',
    'fluconazole last month',
    'fluconazole once a week since last month',
    'fluconazole once last month and again today',
    'fluconazole and clarithromycin once last month',
    '上月开始每日单次口服氟康唑150mg',
  ])('that is not plainly one dose of a month ago counts as a course: %s', (text) => {
    expect(beside(text)).toContain('serious');
  });

  it('that the patient states counts as a course, because its dose is not known', () => {
    expect(graded({}, 'fluconazole 150 mg', 'citalopram-20mg-tablet')).toBe('serious');
  });
});
