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
});
