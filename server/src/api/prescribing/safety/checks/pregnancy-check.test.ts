import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { DraftItem, SafetyPatient } from '../safety-input.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';
import { pregnancyCheck } from './pregnancy-check.ts';

function check(productId: string, patient: Partial<SafetyPatient>, item: Partial<DraftItem> = {}) {
  const input = safetyCase({ items: [draftItem(productId, item)] });
  const woman = { ...input.patient, sex: 'female' as const, ageMonths: 30 * 12, ...patient };
  return checkSafety({ ...input, patient: woman }, loadKnowledgeBase(), [pregnancyCheck]);
}
const pregnant = (trimester: SafetyPatient['trimester'] = null) => ({ pregnancy: 'pregnant' as const, trimester });

describe('pregnancy check', () => {
  it.each([
    ['a statin', 'atorvastatin-20mg-tablet', pregnant(), 'contraindicated'],
    ['isotretinoin', 'isotretinoin-10mg-soft-capsule', pregnant(2), 'contraindicated'],
    ['a retinoid on the skin', 'tretinoin-0.25mg-per-g-cream', pregnant(), 'contraindicated'],
    ['ibuprofen in an unknown month', 'ibuprofen-200mg-tablet', pregnant(), 'serious'],
    ['ibuprofen late', 'ibuprofen-200mg-tablet', pregnant(3), 'serious'],
    ['ibuprofen early', 'ibuprofen-200mg-tablet', pregnant(1), 'minor'],
    ['diclofenac gel in late pregnancy', 'diclofenac-10mg-per-g-gel', pregnant(3), 'moderate'],
    ['a fluoroquinolone', 'levofloxacin-500mg-tablet', pregnant(), 'serious'],
    ['adapalene on the skin, which its label forbids', 'adapalene-1mg-per-g-gel', pregnant(1), 'contraindicated'],
    ['semaglutide, which its label does not forbid', 'semaglutide-1.34mg-per-ml-pen', pregnant(), 'serious'],
    ['voriconazole, which its label does not forbid', 'voriconazole-200mg-tablet', pregnant(3), 'serious'],
    ['valganciclovir, which its label does not forbid', 'valganciclovir-450mg-tablet', pregnant(1), 'serious'],
    ['moxifloxacin by mouth', 'moxifloxacin-400mg-tablet', pregnant(), 'contraindicated'],
    ['moxifloxacin in the eye', 'moxifloxacin-5mg-per-ml-eye-drops', pregnant(), 'moderate'],
    ['ganciclovir in the eye', 'ganciclovir-1.5mg-per-g-eye-gel', pregnant(), 'moderate'],
  ])('finds %s', (_, product, patient, severity) => {
    expect(check(product, patient).issues).toMatchObject([{ check: 'pregnancy', severity }]);
  });

  it.each([
    ['methotrexate', 'methotrexate-2.5mg-tablet', 'serious'],
    ['valganciclovir', 'valganciclovir-450mg-tablet', 'serious'],
    ['doxycycline', 'tetracycline-250mg-tablet', 'moderate'],
  ])('finds %s while breast-feeding', (_, product, severity) => {
    expect(check(product, { lactation: 'breast-feeding' }).issues).toMatchObject([{ severity }]);
  });

  it.each([
    ['paracetamol', 'paracetamol-500mg-tablet', pregnant()],
    ['amoxicillin', 'amoxicillin-500mg-capsule', { ...pregnant(), lactation: 'breast-feeding' as const }],
    ['a mild steroid cream', 'hydrocortisone-10mg-per-g-cream', pregnant()],
    ['a statin when not pregnant', 'atorvastatin-20mg-tablet', {}],
  ])('finds nothing for %s', (_, product, patient) => {
    expect(check(product, patient)).toMatchObject({ issues: [], notChecked: [] });
  });

  it('does not say of a medicine on the skin that it harms the child', () => {
    const [first] = check('adapalene-1mg-per-g-gel', pregnant()).issues;
    expect(first?.mechanism).toEqual({
      en: 'Little is absorbed, but harm to the unborn child is not excluded.',
      zh: '局部用药吸收少，但不能排除对胎儿的危害。',
    });
  });

  it('says so of a medicine in the vagina, which absorbs more', () => {
    const [first] = check('estriol-1mg-per-g-cream', pregnant()).issues;
    expect(first?.mechanism.en).toBe('Harms the unborn child.');
  });

  it('forbids in the eye too what tablets forbid, unless its eye drops are known to be allowed', () => {
    const { issues } = check('ribavirin-100mg-tablet', pregnant(), { route: 'ophthalmic' });
    expect(issues).toMatchObject([{ severity: 'contraindicated' }]);
  });

  it.each(['O10.0', 'O26.8', 'Z33', 'Z34.0', 'Z32.1'])('asks when the chart has %s and “not pregnant”', (code) => {
    const input = safetyCase({ items: [draftItem('losartan-50mg-tablet')], conditionCodes: [code] });
    const asked = (over: Partial<SafetyPatient>, productId = 'losartan-50mg-tablet') =>
      checkSafety(
        { ...input, items: [draftItem(productId)], patient: { ...input.patient, sex: 'female', ...over } },
        loadKnowledgeBase(),
        [pregnancyCheck],
      ).notChecked.map(({ reason }) => reason.en);
    expect(asked({})).toEqual([expect.stringContaining(`The chart has ${code}, a pregnancy, and also “not pregnant”`)]);
    expect(asked({}, 'amoxicillin-500mg-capsule')).toEqual([]);
    expect(asked(pregnant())).toEqual([]);
  });

  it.each([
    ['O10.0', 56],
    ['Z34.0', 11],
  ])('asks when the chart has %s and the state is unknown at %i years', (code, years) => {
    const input = safetyCase({ items: [draftItem('losartan-50mg-tablet')], conditionCodes: [code] });
    const asked = (ageMonths: number) =>
      checkSafety(
        { ...input, patient: { ...input.patient, sex: 'female', pregnancy: 'unknown', ageMonths } },
        loadKnowledgeBase(),
        [pregnancyCheck],
      ).notChecked.map(({ reason }) => reason);
    expect(asked(years * 12)).toEqual([
      {
        en: expect.stringContaining(`The chart has ${code}, a pregnancy, but not whether the patient is pregnant.`),
        zh: expect.stringContaining(`病历有妊娠编码${code}，但未记录患者是否妊娠，请核实`),
      },
    ]);
    expect(asked(30 * 12).map(({ en }) => en)).toEqual([
      expect.stringContaining('Pregnancy status is not recorded. Avoid in pregnancy: '),
    ]);
  });

  it.each(['O14.1', 'O15.0', 'O15.9', 'O16', 'O36.5'])('takes %s for a pregnancy that goes on', (conditionCode) => {
    const input = safetyCase({ items: [draftItem('losartan-50mg-tablet')], conditionCodes: [conditionCode] });
    expect(checkSafety(input, loadKnowledgeBase(), [pregnancyCheck]).notChecked).toHaveLength(1);
  });

  it.each(['O00.1', 'O03.9', 'O15.1', 'O15.2', 'O36.4', 'O80', 'O92.7', 'Z39.1'])(
    'does not take %s for a pregnancy that goes on',
    (conditionCode) => {
      const input = safetyCase({ items: [draftItem('losartan-50mg-tablet')], conditionCodes: [conditionCode] });
      expect(checkSafety(input, loadKnowledgeBase(), [pregnancyCheck]).notChecked).toEqual([]);
    },
  );

  it('asks only when the answer matters', () => {
    const unknown = { pregnancy: 'unknown' as const };
    expect(check('atorvastatin-20mg-tablet', unknown).notChecked).toMatchObject([
      { check: 'pregnancy', reason: { en: expect.stringContaining('Atorvastatin') } },
    ]);
    expect(check('atorvastatin-20mg-tablet', { lactation: 'unknown' }).notChecked).toHaveLength(1);
    expect(check('amoxicillin-500mg-capsule', unknown).notChecked).toEqual([]);
    expect(check('atorvastatin-20mg-tablet', { ...unknown, sex: 'male' }).notChecked).toEqual([]);
    expect(check('atorvastatin-20mg-tablet', { ...unknown, ageMonths: 70 * 12 }).notChecked).toEqual([]);
    expect(check('atorvastatin-20mg-tablet', { ...unknown, sex: 'unknown' }).notChecked).toHaveLength(1);
  });
});
