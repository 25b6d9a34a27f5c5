import { safetyReport } from '@yunzhen/shared/prescribing/prescribing.schemas';
import { describe, expect, it } from 'vitest';
import { notCheckedAll } from './check.ts';
import { checkSafety } from './testing/check-safety.ts';
import { checkRegistry } from './check-registry.ts';
import { allergyCheck } from './checks/allergy-check.ts';
import { duplicateCheck } from './checks/duplicate-check.ts';
import { loadKnowledgeBase } from './knowledge/knowledge-base.ts';
import type { SafetyCheck } from './safety-check.ts';
import { allergyTo, draftItem, safetyCase, taking } from './testing/safety-case.ts';

const broken: SafetyCheck = {
  name: 'dose',
  run: () => {
    throw new Error('the table is gone');
  },
};

describe('checkSafety', () => {
  it('reports no issue for a harmless draft, and says which checks ran on which data', () => {
    const findings = checkSafety(safetyCase());
    expect(findings.issues).toEqual([]);
    expect(findings.notChecked).toEqual([]);
    expect(findings.checks).toEqual(checkRegistry.map((check) => check.name));
    expect(findings.dataVersion).toMatch(/formulary \d{4}-\d{2}, rules \d{4}-\d{2}/);
  });

  it('reports a check that throws as not checked and runs the others', () => {
    const findings = checkSafety(safetyCase(), loadKnowledgeBase(), [broken, allergyCheck, duplicateCheck]);
    expect(findings.notChecked).toMatchObject([{ check: 'dose', itemIds: ['item-paracetamol-500mg-tablet'] }]);
    expect(findings.checks).toEqual(['allergy', 'duplicate']);
  });

  it('reports an unknown product under every check', () => {
    const { notChecked } = checkSafety(safetyCase({ items: [draftItem('imaginary-1mg-tablet')] }));
    expect(new Set(notChecked.map((one) => one.check))).toEqual(new Set(checkRegistry.map((check) => check.name)));
  });

  it('merges the same reason for several lines', () => {
    const input = safetyCase({ items: [draftItem('amoxicillin-500mg-capsule'), draftItem('cefixime-100mg-capsule')] });
    const { notChecked } = checkSafety({ ...input, patient: { ...input.patient, ageMonths: 50, weightKg: null } });
    expect(notChecked.filter((one) => one.check === 'dose')).toMatchObject([
      { itemIds: ['item-amoxicillin-500mg-capsule', 'item-cefixime-100mg-capsule'] },
    ]);
  });

  it('sorts issues by severity, worst first', () => {
    const { issues } = checkSafety(
      safetyCase({
        items: [draftItem('ibuprofen-200mg-tablet'), draftItem('amoxicillin-500mg-capsule')],
        allergies: [allergyTo('penicillin')],
        activeMedicines: [taking('ibuprofen')],
      }),
    );
    expect(issues[0]?.severity).toBe('contraindicated');
    expect(issues.length).toBeGreaterThan(1);
  });

  it('returns a report that matches the wire schema', () => {
    const findings = checkSafety(
      safetyCase({ allergies: [allergyTo('paracetamol, mystery')], activeMedicines: [taking('paracetamol')] }),
    );
    expect(safetyReport.safeParse({ checkedAt: '2026-11-24T08:00:00Z', ...findings }).error).toBeUndefined();
  });
});

describe('notCheckedAll', () => {
  it('reports no check as run and names each with the reason', () => {
    const findings = notCheckedAll({ en: 'The chart could not be read.', zh: '无法读取病历。' }, ['a']);
    expect(findings).toMatchObject({ checks: [], issues: [] });
    expect(findings.notChecked.map((one) => one.check)).toEqual(checkRegistry.map((check) => check.name));
    expect(findings.notChecked[0]?.reason.zh).toBe('无法读取病历。');
  });
});
