import { describe, expect, it } from 'vitest';
import { buildKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { shippedTables } from '../knowledge/knowledge-tables.ts';
import type { ActiveMedicine, DraftItem, SafetyInput, SafetyPatient } from '../safety-input.ts';
import { severities } from '../severity.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { allergyTo, draftItem, safetyCase, taking } from '../testing/safety-case.ts';

/** Returns the gravest alert that a patient's fact adds to the medicines alone. */
function added(products: readonly string[], patient: Partial<SafetyPatient>, over: Partial<SafetyInput> = {}) {
  const input = safetyCase({ items: products.map((id) => draftItem(id)) });
  const alone = new Set(checkSafety(input).issues.map(({ id, severity }) => `${id} ${severity}`));
  const { issues } = checkSafety({ ...input, ...over, patient: { ...input.patient, ...patient } });
  const grades = issues.flatMap(({ id, severity }) => (alone.has(`${id} ${severity}`) ? [] : severity));
  return grades.toSorted((a, b) => severities.indexOf(b) - severities.indexOf(a))[0] ?? 'none';
}
const years = (age: number) => ({ ageMonths: age * 12 });

describe('a disease', () => {
  it.each<[string, string, string]>([
    ['quetiapine-25mg-tablet', 'F03', 'serious'],
    ['amitriptyline-25mg-tablet', 'I21.9', 'contraindicated'],
    ['propranolol-10mg-tablet', 'J44.9', 'serious'],
    ['bisoprolol-5mg-tablet', 'J44.9', 'none'],
    ['timolol-5mg-per-ml-eye-drops', 'I50.9', 'serious'],
    ['prednisone-5mg-tablet', 'I50.9', 'moderate'],
    ['prednisone-5mg-tablet', 'A15.0', 'serious'],
    ['levothyroxine-50ug-tablet', 'E05.0', 'serious'],
    ['amiodarone-200mg-tablet', 'J84.1', 'serious'],
    ['metoclopramide-10mg-tablet', 'G40.9', 'serious'],
    ['domperidone-10mg-tablet', 'D35.2', 'serious'],
    ['rivaroxaban-20mg-tablet', 'D68.6', 'serious'],
    ['estradiol-1mg-tablet', 'C54.1', 'serious'],
    ['hydroxychloroquine-100mg-tablet', 'H36.0', 'serious'],
    ['ethambutol-250mg-tablet', 'H46', 'serious'],
    ['isosorbide-mononitrate-20mg-tablet', 'I35.0', 'serious'],
    ['ivabradine-5mg-tablet', 'I48.9', 'serious'],
    ['sumatriptan-25mg-tablet', 'I10', 'moderate'],
    ['atorvastatin-20mg-tablet', 'G72.0', 'serious'],
    ['acarbose-50mg-tablet', 'K74.6', 'serious'],
    ['paracetamol-325mg-pseudoephedrine-30mg-dextromethorphan-15mg-chlorphenamine-2mg-tablet', 'I25.1', 'serious'],
    ['doxycycline-100mg-tablet', 'G93.2', 'serious'],
    ['desmopressin-0.1mg-tablet', 'E22.2', 'contraindicated'],
    ['tiotropium-18ug-inhaler-powder', 'R33', 'moderate'],
    ['ipratropium-20ug-inhaler', 'R33', 'moderate'],
    ['cyclizine-50mg-tablet', 'R33', 'moderate'],
    ['levothyroxine-50ug-tablet', 'I21.9', 'serious'],
    ['levothyroxine-50ug-tablet', 'I25.1', 'minor'],
    ['potassium-chloride-0.5g-er-tablet', 'K25.4', 'serious'],
    ['potassium-chloride-0.5g-er-tablet', 'K92.2', 'serious'],
    ['potassium-chloride-0.5g-er-tablet', 'K25.9', 'moderate'],
    ['donepezil-5mg-tablet', 'K26.0', 'moderate'],
    ['donepezil-5mg-tablet', 'K26.9', 'minor'],
  ])('grades %s with %s as %s', (product, code, severity) => {
    expect(added([product], {}, { conditionCodes: [code] })).toBe(severity);
  });
});

describe('a coded stage of kidney disease', () => {
  const coded = (code: string, egfr: number | null, product: string) =>
    added([product], { egfr }, { conditionCodes: [code] });

  it('counts where no eGFR says as much, and never blocks', () => {
    expect(coded('N18.4', null, 'pregabalin-75mg-capsule')).toBe('moderate');
    expect(coded('N18.4', null, 'duloxetine-30mg-ec-capsule')).toBe('serious');
    expect(coded('N18.4', null, 'spironolactone-20mg-tablet')).toBe('serious');
    expect(coded('N18.3', null, 'duloxetine-30mg-ec-capsule')).toBe('none');
  });

  it('adds nothing to an eGFR that is lower, or to a rule about the code', () => {
    const input = safetyCase({ items: [draftItem('metformin-500mg-tablet')], conditionCodes: ['N18.4'] });
    const ids = (egfr: number | null) =>
      checkSafety({ ...input, patient: { ...input.patient, egfr } }).issues.map(({ id }) => id.split(':')[0]);
    expect(ids(20)).toEqual(expect.arrayContaining(['renal', 'condition']));
    expect(ids(20).filter((check) => check === 'renal')).toHaveLength(1);
    expect(ids(null)).not.toContain('renal');
  });
});

describe('low-dose aspirin in pregnancy', () => {
  const late = { sex: 'female', ageMonths: 30 * 12, pregnancy: 'pregnant', trimester: 3 } as const;

  const aspirin = (value: string, id = 'a') =>
    draftItem('aspirin-100mg-ec-tablet', { id, dose: { value, unit: 'tablet' } });
  const grades = (items: readonly DraftItem[], activeMedicines: readonly ActiveMedicine[] = []) => {
    const input = safetyCase({ items, activeMedicines });
    const { issues } = checkSafety({ ...input, patient: { ...input.patient, ...late } });
    return issues.flatMap(({ check, severity }) => (check === 'pregnancy' ? [severity] : []));
  };

  it('prevents pre-eclampsia, so it does not interrupt; a full dose does', () => {
    expect(grades([aspirin('1')])).toEqual(['minor']);
    expect(grades([aspirin('1.5')])).toEqual(['minor']);
    expect(grades([aspirin('3')])).toEqual(['serious']);
  });

  it('is judged by all aspirin of the draft and of the current medicines', () => {
    expect(grades([aspirin('1'), aspirin('1', 'b')])).toEqual(['serious', 'serious']);
    expect(grades([aspirin('1'), aspirin('0.5', 'b')])).toEqual(['minor', 'minor']);
    expect(grades([aspirin('1')], [taking('aspirin 300 mg three times a day')])).toEqual(['serious']);
    expect(grades([aspirin('1')], [taking('阿司匹林')])).toEqual(['serious']);
    expect(grades([aspirin('1')], [taking('folic acid')])).toEqual(['minor']);
    const prescribed = (value: string) =>
      taking('', { productId: 'aspirin-100mg-ec-tablet', origin: 'prescription', course: aspirin(value) });
    expect(grades([aspirin('0.5')], [prescribed('1')])).toEqual(['minor']);
    expect(grades([aspirin('1')], [prescribed('1')])).toEqual(['serious']);
  });
});

describe('an allergy', () => {
  const to = (substance: string, reaction: string, product: string) =>
    added([product], {}, { allergies: [allergyTo(substance, { reaction })] });

  it.each<[string, string, string, string]>([
    ['lisinopril', 'angioedema', 'sacubitril-49mg-valsartan-51mg-tablet', 'contraindicated'],
    ['ramipril', 'my lips and tongue swelled up', 'sacubitril-49mg-valsartan-51mg-tablet', 'contraindicated'],
    ['enalapril', '吃了脸肿', 'sacubitril-49mg-valsartan-51mg-tablet', 'serious'],
    ['enalapril', '舌头肿大', 'sacubitril-49mg-valsartan-51mg-tablet', 'contraindicated'],
    ['enalapril', '咳嗽，脸没肿', 'sacubitril-49mg-valsartan-51mg-tablet', 'minor'],
    ['enalapril', '脚肿，脸不肿', 'sacubitril-49mg-valsartan-51mg-tablet', 'minor'],
    ['enalapril', '喉咙又肿又痛', 'sacubitril-49mg-valsartan-51mg-tablet', 'serious'],
    ['enalapril', '喉水肿', 'sacubitril-49mg-valsartan-51mg-tablet', 'contraindicated'],
    ['enalapril', '咽喉肿痛', 'sacubitril-49mg-valsartan-51mg-tablet', 'minor'],
    ['losartan', '面部潮红、下肢水肿', 'enalapril-10mg-tablet', 'minor'],
    ['enalapril', 'face swelled from a tooth abscess', 'sacubitril-49mg-valsartan-51mg-tablet', 'minor'],
    ['lisinopril', 'cough, lips swelled after a bee sting', 'sacubitril-49mg-valsartan-51mg-tablet', 'minor'],
    ['enalapril', 'swelling of feet (face normal)', 'sacubitril-49mg-valsartan-51mg-tablet', 'minor'],
    ['valsartan', 'laryngeal oedema', 'sacubitril-49mg-valsartan-51mg-tablet', 'contraindicated'],
    ['沙坦类', '喉头水肿', 'sacubitril-49mg-valsartan-51mg-tablet', 'contraindicated'],
    ['lisinopril', 'swollen face', 'enalapril-10mg-tablet', 'serious'],
    ['lisinopril', 'swollen tongue', 'enalapril-10mg-tablet', 'contraindicated'],
    ['ramipril', 'cough, no swelling of the face', 'sacubitril-49mg-valsartan-51mg-tablet', 'minor'],
    ['培哚普利', '干咳，无面部水肿', 'sacubitril-49mg-valsartan-51mg-tablet', 'minor'],
    ['lisinopril', 'cough', 'losartan-50mg-tablet', 'minor'],
    ['losartan', 'angioedema', 'enalapril-10mg-tablet', 'serious'],
    ['clarithromycin', 'rash', 'erythromycin-250mg-ec-tablet', 'serious'],
    ['chloroquine', 'rash', 'hydroxychloroquine-100mg-tablet', 'serious'],
    ['theophylline', 'rash', 'doxofylline-200mg-tablet', 'serious'],
    ['hydroxyzine', 'rash', 'cetirizine-10mg-tablet', 'serious'],
  ])('to %s with %s grades %s as %s', (substance, reaction, product, severity) => {
    expect(to(substance, reaction, product)).toBe(severity);
  });

  it('keeps its grades in a release that was signed before angioedema had its own', () => {
    const tables = shippedTables();
    const without = ([column]: readonly [string, string]) => column !== 'severityAfterAngioedema';
    const rows = tables['cross-reactivity'].map(({ line, row }) => ({
      line,
      row: Object.fromEntries(Object.entries(row).filter(without)),
    }));
    const before = buildKnowledgeBase({ ...tables, 'cross-reactivity': rows }, 'before');
    const items = [draftItem('sacubitril-49mg-valsartan-51mg-tablet')];
    const input = safetyCase({ items, allergies: [allergyTo('lisinopril', { reaction: 'angioedema' })] });
    expect(checkSafety(input, before).issues[0]?.severity).toBe('serious');
  });
});

describe('an ACE inhibitor with spironolactone', () => {
  const both = ['enalapril-10mg-tablet', 'spironolactone-20mg-tablet'];
  const ofPair = (patient: Partial<SafetyPatient>) => {
    const input = safetyCase({ items: both.map((id) => draftItem(id)) });
    const { issues } = checkSafety({ ...input, patient: { ...input.patient, ...patient } });
    return issues.find(({ check }) => check === 'interaction')?.severity;
  };

  it('is usual in heart failure and grave with weak kidneys or in old age', () => {
    expect(ofPair({})).toBe('moderate');
    expect(ofPair({ egfr: 50 })).toBe('serious');
    expect(ofPair(years(80))).toBe('serious');
  });
});
