import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SafetyInput, SafetyPatient } from '../safety-input.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';
import { renalCheck } from './renal-check.ts';

function check(productId: string, patient: Partial<SafetyPatient>, over: Partial<SafetyInput> = {}) {
  const input = safetyCase({ items: [draftItem(productId)], ...over });
  return checkSafety({ ...input, patient: { ...input.patient, ...patient } }, loadKnowledgeBase(), [renalCheck]);
}

describe('renal check', () => {
  it.each([
    ['metformin-500mg-tablet', 44, 'moderate'],
    ['metformin-500mg-tablet', 29, 'contraindicated'],
    ['ibuprofen-200mg-tablet', 29, 'serious'],
    ['losartan-50mg-tablet', 59, 'minor'],
  ])('finds %s at %d to be %s', (product, egfr, severity) => {
    const { issues } = check(product, { egfr });
    expect(issues).toMatchObject([{ check: 'renal', severity, evidence: expect.stringContaining(String(egfr)) }]);
  });

  it.each([
    ['metformin-500mg-tablet', 45],
    ['ibuprofen-200mg-tablet', 30],
    ['losartan-50mg-tablet', 60],
    ['atorvastatin-20mg-tablet', 10],
    ['diclofenac-10mg-per-g-gel', 10],
  ])('finds nothing for %s at %d', (product, egfr) => {
    expect(check(product, { egfr })).toMatchObject({ issues: [], notChecked: [] });
  });

  it('does not assume normal function in old age or illness when the function is unknown', () => {
    const unknown = { egfr: null };
    expect(check('losartan-50mg-tablet', unknown)).toMatchObject({ issues: [], notChecked: [] });
    expect(check('losartan-50mg-tablet', { ...unknown, ageMonths: 60 * 12 }).notChecked).toHaveLength(1);
    expect(check('losartan-50mg-tablet', unknown, { conditionCodes: ['E11.9'] }).notChecked).toHaveLength(1);
    expect(check('losartan-50mg-tablet', unknown, { conditionCodes: null }).notChecked).toHaveLength(1);
    expect(check('atorvastatin-20mg-tablet', unknown, { conditionCodes: ['N18.3'] }).notChecked).toEqual([]);
  });

  it.each([
    'lithium-250mg-tablet',
    'methotrexate-2.5mg-tablet',
    'dabigatran-150mg-capsule',
    'metformin-500mg-tablet',
    'digoxin-0.25mg-tablet',
  ])('always reports an unknown function for %s', (product) => {
    expect(check(product, { egfr: null, ageMonths: 25 * 12 }).notChecked).toMatchObject([{ check: 'renal' }]);
    expect(check(product, { egfr: 95, ageMonths: 25 * 12 }).notChecked).toEqual([]);
  });

  it.each(['amantadine-100mg-tablet', 'paracetamol-250mg-amantadine-100mg-chlorphenamine-2mg-capsule'])(
    'asks for no eGFR of a healthy person before %s, but of an old one',
    (product) => {
      const of = (ageMonths: number) => check(product, { egfr: null, ageMonths }).notChecked;
      expect(of(25 * 12)).toEqual([]);
      expect(of(70 * 12)).toMatchObject([{ check: 'renal' }]);
    },
  );

  it.each(['N18.4', 'N18.5', 'N18.6', 'N18.0', 'N18.400', 'Z99.2', 'Z49.1'])(
    'names %s as the stage on record where there is no eGFR',
    (code) => {
      const most = code.startsWith('N18.4') ? 29 : 14;
      for (const product of CRITICAL) {
        const { notChecked } = check(product, { egfr: null }, { conditionCodes: [code] });
        expect(notChecked[0]?.reason.en, product).toMatch(new RegExp(`The chart has ${code}: at most ${most}\\.$`));
        expect(notChecked[0]?.reason.zh, product).toContain(`“${code}”，eGFR不超过${most}。`);
      }
    },
  );

  it.each([
    ['CKD stage 4', 'serious'],
    ['chronic kidney disease G5', 'serious'],
    ['慢性肾脏病（CKD）4期', 'serious'],
    ['CKD4期', 'serious'],
    ['尿毒症，规律血液透析', 'serious'],
    ['end-stage renal disease', 'serious'],
    ['on haemodialysis', 'serious'],
    ['CKD 3b', 'none'],
    ['糖尿病肾病5年', 'none'],
    ['not on dialysis', 'none'],
    ['未透析', 'none'],
    ['kidney stones', 'none'],
    ['CKD stage 5D', 'serious'],
    ['糖尿病肾病4期', 'none'],
    ['IgA肾病5级', 'none'],
    ['慢性肾脏病5余年', 'none'],
    ['CKD 5/2024', 'none'],
    ['无尿毒症', 'none'],
    ['父亲尿毒症', 'none'],
    ['mother on dialysis', 'none'],
    ['never had dialysis', 'none'],
    ['dialysis not needed', 'none'],
    ['拒绝透析', 'none'],
  ])('reads the stage in a condition without a code: %s is %s for duloxetine', (words, severity) => {
    const uncodedConditions = [{ en: words, zh: words }];
    const found = check('duloxetine-30mg-ec-capsule', { egfr: null }, { uncodedConditions });
    expect(found.issues[0]?.severity ?? 'none').toBe(severity);
    expect(check('duloxetine-30mg-ec-capsule', { egfr: 90 }, { uncodedConditions: [] }).issues).toEqual([]);
  });

  it.each([
    'deferasirox-125mg-dispersible-tablet',
    'capecitabine-500mg-tablet',
    'tegafur-20mg-gimeracil-5.8mg-oteracil-19.6mg-capsule',
    'lenalidomide-25mg-capsule',
    'ribavirin-100mg-tablet',
    'valganciclovir-450mg-tablet',
    'acamprosate-333mg-ec-tablet',
  ])('asks for the eGFR of a healthy person of 40 before %s', (product) => {
    expect(check(product, { egfr: null }).notChecked).toMatchObject([{ check: 'renal' }]);
  });

  it.each(['N18.4', 'N18.5', 'N18.6', 'Z99.2', 'N18.3', 'N18.32', 'N19', 'N17.9'])(
    'is never silent on nitrofurantoin with %s and without an eGFR',
    (code) => {
      const input = safetyCase({ items: [draftItem('nitrofurantoin-50mg-ec-tablet')], conditionCodes: [code] });
      const { issues, notChecked } = checkSafety({ ...input, patient: { ...input.patient, egfr: null } });
      expect(notChecked.map((one) => one.check)).toContain('renal');
      const graded = issues.map(({ severity }) => severity);
      if (code !== 'N18.3') expect(graded).toContain('serious');
    },
  );
});

const CRITICAL = [
  'lithium-250mg-tablet',
  'metformin-500mg-tablet',
  'dabigatran-150mg-capsule',
  'pregabalin-75mg-capsule',
  'nitrofurantoin-50mg-ec-tablet',
  'methotrexate-2.5mg-tablet',
  'levetiracetam-500mg-tablet',
];
