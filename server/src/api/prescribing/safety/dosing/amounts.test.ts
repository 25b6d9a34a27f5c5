import { describe, expect, it } from 'vitest';
import { ageCheck } from '../checks/age-check.ts';
import { doseCheck } from '../checks/dose-check.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { ActiveMedicine, DraftItem, SafetyInput, SafetyPatient } from '../safety-input.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';

interface Given {
  readonly patient?: Partial<SafetyPatient>;
  readonly items: readonly DraftItem[];
  readonly over?: Partial<SafetyInput>;
}
function check({ patient = {}, items, over = {} }: Given) {
  const input = safetyCase({ items, ...over });
  return checkSafety({ ...input, patient: { ...input.patient, ...patient } }, loadKnowledgeBase(), [
    doseCheck,
    ageCheck,
  ]);
}
const dosed = (productId: string, dose: string, aDay = 1, over: Partial<DraftItem> = {}) => {
  const [value = '', unit = ''] = dose.split(' ');
  const timing = { frequency: aDay, period: 1, periodUnit: 'd', when: null } as const;
  return draftItem(productId, { dose: { value, unit }, timing, durationDays: 3, ...over });
};
const years = (age: number, weightKg: string | null): Partial<SafetyPatient> => ({ ageMonths: age * 12, weightKg });

describe('dose check: children', () => {
  it.each<[string, string, number, number, string | null]>([
    ['cetirizine-10mg-tablet', '1 tablet', 1, 3, '14'],
    ['cetirizine-1mg-per-ml-oral-solution', '10 mL', 1, 1, '10'],
    ['levocetirizine-5mg-tablet', '1 tablet', 1, 3, '14'],
    ['loratadine-10mg-tablet', '1 tablet', 1, 3, '14'],
    ['desloratadine-5mg-tablet', '1 tablet', 1, 7, '24'],
    ['desloratadine-0.5mg-per-ml-oral-solution', '5 mL', 1, 2, '12'],
    ['fexofenadine-60mg-tablet', '1 tablet', 1, 7, '24'],
    ['montelukast-10mg-tablet', '1 tablet', 1, 4, '16'],
    ['montelukast-10mg-tablet', '1 tablet', 1, 9, '30'],
    ['oseltamivir-75mg-capsule', '1 capsule', 2, 5, '18'],
    ['dextromethorphan-15mg-tablet', '2 tablet', 3, 7, '24'],
    ['ibuprofen-200mg-tablet', '2 tablet', 3, 5, null],
    ['paracetamol-500mg-tablet', '1 tablet', 4, 4, null],
    ['loperamide-2mg-capsule', '2 capsule', 3, 7, '24'],
    ['metronidazole-200mg-tablet', '3 tablet', 3, 5, '18'],
    ['colecalciferol-400iu-capsule', '10 capsule', 1, 0, '4'],
    ['captopril-25mg-tablet', '4 tablet', 1, 15, '60'],
    ['faropenem-200mg-tablet', '2 tablet', 2, 15, '80'],
    ['pancreatin-10000iu-ec-capsule', '6 capsule', 3, 12, '40'],
    ['pancreatin-10000iu-ec-capsule', '5 capsule', 6, 12, '40'],
    ['captopril-25mg-tablet', '0.5 tablet', 1, 0.5, '7'],
    ['metronidazole-200mg-tablet', '0.5 tablet', 1, 0.1, '4'],
    ['colecalciferol-400iu-capsule', '10 capsule', 1, 0.75, '8'],
  ])('rejects %s %s, %d a day, at %d years', (product, dose, aDay, age, weight) => {
    const { issues } = check({ items: [dosed(product, dose, aDay)], patient: years(age, weight) });
    expect(issues.filter((one) => one.check === 'dose')).not.toEqual([]);
  });

  it.each<[string, string, number, number, string | null]>([
    ['cetirizine-10mg-tablet', '1 tablet', 1, 8, '26'],
    ['pancreatin-10000iu-ec-capsule', '5 capsule', 5, 12, '40'],
    ['faropenem-200mg-tablet', '1.5 tablet', 3, 15, '80'],
    ['levocetirizine-5mg-tablet', '1 tablet', 1, 13, '45'],
    ['loratadine-10mg-tablet', '1 tablet', 1, 9, '30'],
    ['desloratadine-5mg-tablet', '1 tablet', 1, 13, '45'],
    ['fexofenadine-60mg-tablet', '3 tablet', 1, 13, '45'],
    ['montelukast-10mg-tablet', '1 tablet', 1, 15, '52'],
    ['montelukast-5mg-chewable-tablet', '1 tablet', 1, 10, '32'],
    ['oseltamivir-75mg-capsule', '1 capsule', 2, 14, '50'],
    ['ibuprofen-200mg-tablet', '2 tablet', 3, 14, '50'],
    ['paracetamol-500mg-tablet', '2 tablet', 4, 15, '52'],
    ['azithromycin-500mg-tablet', '1 tablet', 1, 14, '50'],
    ['amoxicillin-500mg-capsule', '2 capsule', 3, 14, '50'],
    ['cefuroxime-250mg-tablet', '2 tablet', 2, 14, '50'],
    ['chlorphenamine-4mg-tablet', '1 tablet', 3, 13, '45'],
    ['salbutamol-100ug-inhaler', '2 puff', 4, 13, '45'],
    ['mometasone-50ug-nasal-spray', '2 spray', 1, 13, '45'],
    ['acetylcysteine-600mg-effervescent-tablet', '1 tablet', 1, 14, '50'],
    ['loperamide-2mg-capsule', '2 capsule', 2, 13, '45'],
    ['albendazole-200mg-tablet', '2 tablet', 1, 4, '16'],
    ['ondansetron-8mg-tablet', '0.5 tablet', 2, 5, '18'],
    ['cefadroxil-250mg-capsule', '2 capsule', 1, 5, '17'],
    ['cefuroxime-250mg-tablet', '2 tablet', 2, 10, '34'],
    ['isoniazid-100mg-tablet', '2 tablet', 1, 4, '15'],
    ['doxycycline-100mg-tablet', '1 tablet', 1, 9, '25'],
    ['metronidazole-200mg-tablet', '3 tablet', 1, 5, '18'],
    ['phenoxymethylpenicillin-250mg-tablet', '2 tablet', 2, 6, '20'],
    ['erythromycin-250mg-ec-tablet', '1 tablet', 2, 4, '14'],
    ['lisinopril-10mg-tablet', '1 tablet', 1, 10, '35'],
    ['hydrochlorothiazide-25mg-tablet', '1 tablet', 1, 5, '18'],
    ['colecalciferol-400iu-capsule', '5 capsule', 1, 3, '14'],
    ['sucralfate-1g-chewable-tablet', '2 tablet', 2, 15, '52'],
    ['polyene-phosphatidylcholine-228mg-capsule', '2 capsule', 3, 13, '45'],
    ['minocycline-50mg-capsule', '2 capsule', 2, 13, '44'],
    ['phenoxymethylpenicillin-250mg-tablet', '4 tablet', 2, 12, '38'],
    ['ranitidine-150mg-capsule', '2 capsule', 1, 13, '45'],
    ['naproxen-250mg-tablet', '2 tablet', 2, 16, '55'],
    ['meloxicam-7.5mg-tablet', '2 tablet', 1, 17, '60'],
    ['carbamazepine-100mg-tablet', '6 tablet', 2, 16, '55'],
    ['macrogol-10g-powder', '1 sachet', 2, 9, '28'],
    ['salbutamol-100ug-inhaler', '2 puff', 6, 8, '26'],
    ['mometasone-50ug-nasal-spray', '2 spray', 1, 2, '12'],
  ])('allows %s %s, %d a day, at %d years', (product, dose, aDay, age, weight) => {
    const { issues } = check({ items: [dosed(product, dose, aDay)], patient: years(age, weight) });
    expect(issues).toEqual([]);
  });

  it('allows a girl of 14 years one sachet of fosfomycin', () => {
    const items = [dosed('fosfomycin-3g-granules', '1 sachet', 1, { durationDays: 1 })];
    expect(check({ items, patient: years(14, '50') }).issues).toEqual([]);
  });
});

describe('dose check: adults', () => {
  it.each<[string, string, number, Partial<SafetyPatient>]>([
    ['gliclazide-30mg-er-tablet', '6 tablet', 1, {}],
    ['metformin-500mg-er-tablet', '5 tablet', 1, {}],
    ['indapamide-1.5mg-er-tablet', '2 tablet', 1, {}],
    ['venlafaxine-75mg-er-capsule', '4 capsule', 1, {}],
    ['oxycodone-10mg-er-tablet', '20 tablet', 2, {}],
    ['citalopram-20mg-tablet', '2 tablet', 1, years(70, '60')],
    ['escitalopram-10mg-tablet', '2 tablet', 1, years(70, '60')],
    ['zolpidem-10mg-tablet', '1 tablet', 1, years(72, '60')],
    ['digoxin-0.25mg-tablet', '1 tablet', 1, years(80, '60')],
  ])('rejects %s %s, %d a day', (product, dose, aDay, patient) => {
    expect(check({ items: [dosed(product, dose, aDay)], patient }).issues.map((one) => one.check)).toContain('dose');
  });

  it.each<[string, string, number]>([
    ['furosemide-20mg-tablet', '6 tablet', 1],
    ['torasemide-10mg-tablet', '4 tablet', 1],
    ['spironolactone-20mg-tablet', '10 tablet', 1],
    ['captopril-25mg-tablet', '3 tablet', 2],
    ['propylthiouracil-50mg-tablet', '6 tablet', 3],
    ['thiamazole-10mg-tablet', '4 tablet', 1],
    ['trazodone-50mg-tablet', '6 tablet', 1],
    ['bisacodyl-5mg-ec-tablet', '3 tablet', 1],
    ['sulfasalazine-250mg-ec-tablet', '8 tablet', 4],
    ['hydroxychloroquine-100mg-tablet', '6 tablet', 1],
    ['metformin-500mg-tablet', '2 tablet', 3],
    ['glimepiride-2mg-tablet', '4 tablet', 1],
  ])('allows %s %s, %d a day, as a label has it', (product, dose, aDay) => {
    expect(check({ items: [dosed(product, dose, aDay)] }).issues).toEqual([]);
  });

  it.each([
    ['metformin-500mg-tablet', '2 tablet', 3],
    ['glimepiride-2mg-tablet', '4 tablet', 1],
  ])('does not allow %s %s, %d a day, under the label of China', (product, dose, aDay) => {
    const { issues } = check({ items: [dosed(product, dose, aDay)], over: { jurisdiction: 'CN' } });
    expect(issues.map((one) => one.check)).toContain('dose');
  });

  it('does not allow 300 mg of trazodone at once in old age', () => {
    const items = [dosed('trazodone-50mg-tablet', '6 tablet')];
    expect(check({ items, patient: years(70, '60') }).issues.map(({ check: name }) => name)).toContain('dose');
  });

  it('follows the label of the jurisdiction', () => {
    const items = [dosed('rosuvastatin-10mg-tablet', '4 tablet')];
    const [issue] = check({ items, over: { jurisdiction: 'CN' } }).issues;
    expect(issue).toMatchObject({ severity: 'serious', source: expect.stringContaining('China') });
    expect(check({ items, over: { jurisdiction: 'US' } }).issues).toEqual([]);
  });

  it('limits the sum of plain and prolonged-release forms of a substance to the larger maximum', () => {
    const items = [dosed('metformin-500mg-er-tablet', '4 tablet'), dosed('metformin-500mg-tablet', '2 tablet', 2)];
    expect(check({ items }).issues).toMatchObject([{ evidence: expect.stringContaining('4000 mg') }]);
    expect(check({ items: items.slice(0, 1) }).issues).toEqual([]);
  });
});

describe('dose check: insulin', () => {
  const glargine = (units: number) => dosed('insulin-glargine-100iu-per-ml-pen', `${units} [iU]`);
  const weighing = (weightKg: string | null) => ({ weightKg });

  it.each<[string, DraftItem, string | null]>([
    ['a slip of ten times by weight', glargine(100), '60'],
    ['a slip of ten times without a weight', glargine(100), null],
    ['a meal dose of 40 for 4', dosed('insulin-aspart-100iu-per-ml-pen', '40 [iU]', 3), '60'],
    ['80 for 8', dosed('insulin-human-100iu-per-ml-pen', '80 [iU]', 2), '60'],
  ])('finds %s', (_, item, weight) => {
    const { issues } = check({ items: [item], patient: weighing(weight) });
    expect(issues).toContainEqual(expect.objectContaining({ severity: 'serious', overridable: true }));
  });

  it.each<[DraftItem, string]>([
    [glargine(20), '70'],
    [dosed('insulin-aspart-100iu-per-ml-pen', '10 [iU]', 3), '60'],
    [dosed('insulin-human-100iu-per-ml-pen', '24 [iU]', 2), '70'],
  ])('allows %j', (item, weight) => {
    expect(check({ items: [item], patient: weighing(weight) })).toMatchObject({ issues: [], notChecked: [] });
  });

  it('compares with the prescription that is still running', () => {
    const before: ActiveMedicine = {
      id: 'before',
      origin: 'prescription',
      productId: 'insulin-glargine-100iu-per-ml-pen',
      text: '',
      prescribedAt: '2026-11-01T00:00:00Z',
      course: glargine(10),
    };
    const against = (units: number) =>
      check({ items: [glargine(units)], over: { activeMedicines: [before] }, patient: weighing('80') }).issues;
    expect(against(24)).toMatchObject([{ title: { en: expect.stringContaining('from 10 to 24') } }]);
    expect(against(14)).toEqual([]);
  });

  it('reports a missing weight', () => {
    expect(check({ items: [glargine(10)], patient: weighing(null) }).notChecked).toHaveLength(1);
  });
});

describe('dose check: opioids', () => {
  it.each<[readonly DraftItem[], string | undefined]>([
    [[dosed('tramadol-50mg-capsule', '2 capsule', 2)], undefined],
    [[dosed('oxycodone-10mg-er-tablet', '2 tablet', 2)], 'moderate'],
    [[dosed('morphine-30mg-er-tablet', '1 tablet', 2), dosed('oxycodone-10mg-er-tablet', '1 tablet', 2)], 'serious'],
    [[dosed('fentanyl-25ug-per-h-patch', '1 patch', 1, { durationDays: 1 })], 'moderate'],
    [[dosed('fentanyl-25ug-per-h-patch', '2 patch', 1, { durationDays: 1 })], 'serious'],
  ])('grades the sum of %j as %s', (items, severity) => {
    const found = check({ items }).issues.find(({ id }) => id.startsWith('dose:opioid-equivalent'));
    expect(found?.severity).toBe(severity);
  });

  it('reports an opioid of unknown amount as missing from the sum', () => {
    const items = [dosed('tramadol-50mg-capsule', '1 capsule', 2)];
    const { notChecked } = check({ items, over: { activeMedicines: [taking('morphine')] } });
    expect(notChecked.map(({ reason }) => reason.en).join('')).toContain('Morphine');
  });
});
