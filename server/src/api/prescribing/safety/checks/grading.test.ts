import { describe, expect, it } from 'vitest';
import { loadCuratedIcd10 } from '../../../catalogues/index.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SafetyInput, SafetyPatient } from '../safety-input.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { allergyTo, draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { isWithinCode } from './combined-rules.ts';

function gravest(products: readonly string[], patient: Partial<SafetyPatient> = {}, over: Partial<SafetyInput> = {}) {
  const input = safetyCase({ items: products.map((id) => draftItem(id, { durationDays: 3 })), ...over });
  const { issues } = checkSafety({ ...input, patient: { ...input.patient, ...patient } });
  return issues.filter(({ check }) => check !== 'dose' && check !== 'duplicate');
}
const severities = (found: ReturnType<typeof gravest>) => found.map(({ severity }) => severity);
const withCodes = (product: string, codes: string[], patient: Partial<SafetyPatient> = {}) =>
  gravest([product], patient, { conditionCodes: codes });
const years = (age: number) => ({ ageMonths: age * 12 });

const PILL = 'drospirenone-3mg-ethinylestradiol-0.03mg-tablet';

describe('hard stops', () => {
  it.each<[string, string[]]>([
    ['bisoprolol-5mg-tablet', ['D35.0']],
    ['semaglutide-1.34mg-per-ml-pen', ['C73']],
    // No label names dengue.
    ['ibuprofen-200mg-tablet', ['A90']],
    // Keratitis of the dry eye is treated with steroids.
    ['fluorometholone-1mg-per-ml-eye-drops', ['H16.2']],
    ['dydrogesterone-10mg-tablet', ['C50.9']],
    // Taken by mouth a steroid needs the eye clinic’s consent.
    ['prednisolone-5mg-tablet', ['B00.5']],
    ['leflunomide-10mg-tablet', ['K74.6']],
    ['leflunomide-10mg-tablet', ['K70.3']],
    // Antihistamines and tricyclics are weaker than the spasmolytics.
    ['promethazine-12.5mg-tablet', ['K56.7']],
    ['amitriptyline-25mg-tablet', ['K56.7']],
    ['chlorphenamine-4mg-tablet', ['H40.2']],
    ['pioglitazone-15mg-tablet', ['I42.0']],
    ['losartan-50mg-tablet', ['E87.5']],
    ['rivaroxaban-10mg-tablet', ['Z95.2']],
    ['dapagliflozin-10mg-tablet', ['E11.1']],
    ['flunarizine-5mg-capsule', ['F31.3']],
    [PILL, ['I80.0']],
  ])('allow an override of %s with %j, because the code is not specific enough', (product, codes) => {
    const found = withCodes(product, codes);
    expect(found).not.toEqual([]);
    expect(severities(found)).not.toContain('contraindicated');
  });

  it.each<[string, string[]]>([
    ['bisoprolol-5mg-tablet', ['E27.5']],
    ['semaglutide-1.34mg-per-ml-pen', ['E31.22']],
    ['enalapril-10mg-tablet', ['D84.1']],
    ['enalapril-10mg-tablet', ['T78.3']],
    ['hyoscine-butylbromide-10mg-tablet', ['K56.7']],
    ['clozapine-25mg-tablet', ['K56.7']],
    ['leflunomide-10mg-tablet', ['K72.9']],
    ['leflunomide-10mg-tablet', ['K70.4']],
    ['tripterygium-10mg-tablet', ['K71.1']],
    ['tobramycin-3mg-per-ml-dexamethasone-1mg-per-ml-eye-drops', ['B00.5']],
    ['medroxyprogesterone-2mg-tablet', ['C50.9']],
    ['amitriptyline-25mg-tablet', ['H40.2']],
    ['digoxin-0.25mg-tablet', ['I45.6']],
    ['verapamil-40mg-tablet', ['I45.6']],
    ['fluorometholone-1mg-per-ml-eye-drops', ['B00.5']],
    ['estradiol-1mg-tablet', ['C50.9']],
    ['pioglitazone-15mg-tablet', ['I50.0']],
    ['spironolactone-20mg-tablet', ['E87.5']],
    ['dabigatran-110mg-capsule', ['Z95.2']],
    ['metformin-500mg-tablet', ['E11.1']],
    ['tolterodine-2mg-tablet', ['H40.2']],
    ['flunarizine-5mg-capsule', ['F32.9']],
    ['methotrexate-2.5mg-tablet', ['K74.6']],
    [PILL, ['I80.2']],
  ])('allow no override of %s with %j', (product, codes) => {
    expect(severities(withCodes(product, codes))).toContain('contraindicated');
  });

  it.each<[string, string]>([
    ['sacubitril', 'T78.3'],
    ['atropine', 'K56.0'],
    ['anisodamine', 'K56.0'],
    ['oxybutynin', 'K56.0'],
    ['dronedarone', 'I50.0'],
    ['pyrazinamide', 'K72.0'],
    ['doxepin', 'H40.2'],
    ['cyproheptadine', 'H40.2'],
    ['clomipramine', 'H40.2'],
    ['diltiazem', 'I45.6'],
  ])('are the grade of the rules for %s with %s', (ingredient, code) => {
    const rules = loadKnowledgeBase().conditionRules.filter(({ ingredients, rule }) => {
      return ingredients.has(ingredient) && rule.conditions.some((beginning) => isWithinCode(code, beginning));
    });
    expect(rules.map(({ rule }) => rule.severity)).toContain('contraindicated');
  });

  it.each([
    ['enalapril-10mg-tablet', 'J38.4', ['serious']],
    ['sacubitril-49mg-valsartan-51mg-tablet', 'J38.4', ['serious']],
    ['enalapril-10mg-tablet', 'Y52.4', ['serious']],
    ['losartan-50mg-tablet', 'T78.3', ['moderate']],
    ['losartan-50mg-tablet', 'D84.1', ['moderate']],
    ['sacubitril-49mg-valsartan-51mg-tablet', 'D84.1', ['contraindicated']],
    ['sitagliptin-100mg-tablet', 'T78.3', ['minor']],
    ['tamoxifen-10mg-tablet', 'D84.1', ['serious']],
  ])('of angioedema grade %s with %s', (product, code, severity) => {
    expect(severities(withCodes(product, [code])).slice(0, 1)).toEqual(severity);
  });

  it('of angioedema can be chosen, because the list of diagnoses has both codes', () => {
    const codes = new Set(loadCuratedIcd10().concepts.map(({ code }) => code));
    expect(['T78.3', 'D84.1'].filter((code) => !codes.has(code))).toEqual([]);
  });

  it('of deep thrombosis come without the advice on superficial phlebitis', () => {
    const forWoman = (code: string) => severities(withCodes(PILL, [code], { sex: 'female', ...years(25) }));
    expect(forWoman('I80.2')).toEqual(['contraindicated']);
    expect([forWoman('I80.0'), forWoman('I80')]).toEqual([['serious'], ['serious']]);
  });

  it('of thrombosis do not forbid emergency contraception without oestrogen', () => {
    const after = (code: string) =>
      severities(withCodes('levonorgestrel-1.5mg-tablet', [code], { sex: 'female', ...years(25) }));
    expect(['I80.2', 'I26.9', 'I80.0', 'D68.5'].map(after)).toEqual([[], [], [], []]);
  });

  it('of breast cancer forbid the pill, not emergency contraception, whose label does not name it', () => {
    const after = (product: string) => severities(withCodes(product, ['C50.9'], { sex: 'female', ...years(25) }));
    expect(after(PILL)).toContain('contraindicated');
    const once = draftItem('levonorgestrel-1.5mg-tablet', { durationDays: 1 });
    const patient = { sex: 'female', ...years(25) } as const;
    expect(severities(gravest([], patient, { items: [once], conditionCodes: ['C50.9'] }))).toEqual([]);
  });

  it('do not result from an allergy to a food or to contrast', () => {
    const against = (product: string, substance: string) =>
      severities(gravest([product], {}, { allergies: [allergyTo(substance)] }));
    expect(against('glucosamine-480mg-capsule', 'shellfish')).toEqual(['minor']);
    expect(against('amiodarone-200mg-tablet', 'iodinated contrast')).toEqual([]);
    expect(against('amiodarone-200mg-tablet', '造影剂')).toEqual([]);
    expect(against('povidone-iodine-50mg-per-ml-topical-solution', 'povidone iodine')).toEqual(['contraindicated']);
  });
});

describe('grades', () => {
  it.each<[readonly string[], string]>([
    [['levofloxacin-500mg-tablet', 'citalopram-20mg-tablet'], 'serious'],
    [['azithromycin-250mg-tablet', 'haloperidol-2mg-tablet'], 'serious'],
    [['sertraline-50mg-tablet', 'fluoxetine-20mg-capsule'], 'serious'],
    [['enalapril-10mg-tablet', 'hydrochlorothiazide-25mg-tablet', 'ibuprofen-200mg-tablet'], 'serious'],
    [['voriconazole-200mg-tablet', 'rifampicin-150mg-capsule'], 'contraindicated'],
    [['domperidone-10mg-tablet', 'escitalopram-10mg-tablet'], 'contraindicated'],
    [['tramadol-50mg-capsule', 'codeine-15mg-tablet'], 'serious'],
    [['oxycodone-10mg-er-tablet', 'quetiapine-25mg-tablet'], 'serious'],
    [['dextromethorphan-15mg-tablet', 'sertraline-50mg-tablet'], 'moderate'],
    [['dextromethorphan-15mg-tablet', 'selegiline-5mg-tablet'], 'contraindicated'],
    [['budesonide-64ug-nasal-spray', 'clarithromycin-250mg-tablet'], 'moderate'],
    [['methylprednisolone-4mg-tablet', 'clarithromycin-250mg-tablet'], 'serious'],
  ])('grade %j as %s', (products, severity) => {
    const found = gravest(products).filter(({ check }) => check === 'interaction');
    expect(found[0]?.severity).toBe(severity);
  });

  it('names all three medicines of a triple rule, one of them already taken', () => {
    const products = ['enalapril-10mg-tablet', 'furosemide-20mg-tablet'];
    const found = gravest(products, {}, { activeMedicines: [taking('ibuprofen')] });
    expect(found[0]).toMatchObject({ severity: 'serious', itemIds: products.map((id) => `item-${id}`) });
    expect(found[0]?.id).toContain('triple-whammy');
  });
});

describe('patient-dependent warnings', () => {
  const woman = (age: number) => ({ sex: 'female' as const, ...years(age) });

  it('contraindicate the combined pill for smokers from 35 years', () => {
    expect(severities(withCodes(PILL, ['F17.2'], woman(36)))).toContain('contraindicated');
    expect(severities(withCodes(PILL, ['F17.2'], woman(25)))).toEqual(['moderate']);
    expect(withCodes(PILL, [], woman(36))).toEqual([]);
  });

  it('ask whether the pill is meant for a man', () => {
    expect(severities(gravest([PILL], { sex: 'male', ...years(30) }))).toContain('serious');
  });

  it('warn of nitrofurantoin only near term', () => {
    const at = (trimester: 1 | 2 | 3) =>
      severities(gravest(['nitrofurantoin-50mg-ec-tablet'], { ...woman(30), pregnancy: 'pregnant', trimester }));
    expect(at(3)).toContain('serious');
    expect(at(2)).not.toContain('serious');
  });

  it.each<[string, number]>([
    ['brimonidine-2mg-per-ml-eye-drops', 1],
    ['olopatadine-1mg-per-ml-eye-drops', 2],
    ['tacrolimus-0.3mg-per-g-ointment', 1],
    ['clobetasol-0.5mg-per-g-cream', 6],
    ['oxymetazoline-0.5mg-per-ml-nasal-spray', 3],
    ['salicylic-acid-50mg-per-g-ointment', 1],
    ['diclofenac-10mg-per-g-gel', 8],
  ])('warn of %s at %d years', (product, age) => {
    expect(gravest([product], { ...years(age), weightKg: '12' })).not.toEqual([]);
  });

  it.each<[string, number]>([
    ['olopatadine-1mg-per-ml-eye-drops', 5],
    ['tacrolimus-0.3mg-per-g-ointment', 5],
    ['hydrocortisone-10mg-per-g-cream', 5],
    ['mupirocin-20mg-per-g-ointment', 1],
  ])('allow %s at %d years', (product, age) => {
    expect(gravest([product], { ...years(age), weightKg: '18' })).toEqual([]);
  });

  it.each([
    'nifedipine-10mg-tablet',
    'amiodarone-200mg-tablet',
    'dipyridamole-25mg-tablet',
    'warfarin-2.5mg-tablet',
    'rivaroxaban-10mg-tablet',
    'dabigatran-110mg-capsule',
    'ticagrelor-90mg-tablet',
    'paroxetine-20mg-tablet',
    'amitriptyline-25mg-tablet',
    'phenobarbital-30mg-tablet',
    'estradiol-1mg-tablet',
    'testosterone-40mg-soft-capsule',
    'glimepiride-1mg-tablet',
    'gliclazide-80mg-tablet',
    'insulin-human-100iu-per-ml-pen',
    'omeprazole-20mg-ec-capsule',
    'indometacin-25mg-ec-tablet',
    'ketorolac-10mg-tablet',
    'chlorzoxazone-200mg-tablet',
    'desmopressin-0.1mg-tablet',
    'dapagliflozin-10mg-tablet',
    'mirtazapine-15mg-tablet',
    'metoclopramide-10mg-tablet',
    'diazepam-2.5mg-tablet',
    'zolpidem-10mg-tablet',
    'quetiapine-25mg-tablet',
    'chlorphenamine-4mg-tablet',
    'trihexyphenidyl-2mg-tablet',
    'doxazosin-4mg-er-tablet',
    'methyldopa-250mg-tablet',
    'hydrochlorothiazide-12.5mg-triamterene-12.5mg-dihydralazine-12.5mg-reserpine-0.1mg-tablet',
    'digoxin-0.25mg-tablet',
    'nitrofurantoin-50mg-ec-tablet',
    'aspirin-100mg-ec-tablet',
    'cilostazol-50mg-tablet',
  ])('flag %s at 78 years, and not at 40', (product) => {
    const sex = /estradiol/.test(product) ? ('female' as const) : ('male' as const);
    const ofAge = (age: number) => gravest([product], { ...years(age), sex }).filter(({ check }) => check === 'age');
    expect(ofAge(78)).not.toEqual([]);
    expect(ofAge(40)).toEqual([]);
  });

  it.each<[string, string]>([
    ['sertraline-50mg-tablet', 'W19'],
    ['sertraline-50mg-tablet', 'W10.9'],
    ['zolpidem-10mg-tablet', 'W06'],
    ['quetiapine-25mg-tablet', 'R29.6'],
    ['tramadol-50mg-capsule', 'Z91.81'],
    ['donepezil-5mg-tablet', 'R55'],
    ['prednisone-5mg-tablet', 'F05.9'],
    ['baclofen-10mg-tablet', 'N18.3'],
  ])('flag %s with %s in old age', (product, code) => {
    expect(withCodes(product, [code], { ...years(78), egfr: 55 }).map(({ check }) => check)).toContain('condition');
  });

  it('find a tendency to fall that was chosen from the list of diagnoses', () => {
    expect(loadCuratedIcd10().concepts.map(({ code }) => code)).toContain('R29.6');
  });
});
