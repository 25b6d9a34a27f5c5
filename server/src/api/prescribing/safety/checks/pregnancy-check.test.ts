import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import type { SafetyPatient } from '../safety-input.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';
import { pregnancyCheck } from './pregnancy-check.ts';

function check(productId: string, patient: Partial<SafetyPatient>) {
  const input = safetyCase({ items: [draftItem(productId)] });
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
  ])('finds %s', (_, product, patient, severity) => {
    expect(check(product, patient).issues).toMatchObject([{ check: 'pregnancy', severity }]);
  });

  it.each([
    ['methotrexate', 'methotrexate-2.5mg-tablet', 'serious'],
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
