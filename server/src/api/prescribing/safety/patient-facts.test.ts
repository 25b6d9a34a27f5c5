import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { describe, expect, it } from 'vitest';
import type { SafetyFacts } from '@yunzhen/shared/chart/observations.contract';
import { checkSafety } from './testing/check-safety.ts';
import { patientFactsOf } from './patient-facts.ts';
import { draftItem, safetyCase } from './testing/safety-case.ts';

const now = new Date('2026-11-24T08:00:00Z');
const at = new Date(now.getTime() - 400 * DAY_MS).toISOString();
const facts = (over: Partial<SafetyFacts> = {}): SafetyFacts => ({
  weightKg: { value: '70', last: { value: '70', at } },
  egfr: { value: 90, last: { value: 90, at }, arithmetic: null },
  pregnancy: { state: 'not-pregnant', trimester: null, last: { state: 'not-pregnant', at } },
  lactation: { state: 'not-breast-feeding', last: { state: 'not-breast-feeding', at } },
  ...over,
});
const outdated = facts({
  weightKg: { value: null, last: { value: '16', at } },
  egfr: { value: null, last: { value: 34, at }, arithmetic: null },
  pregnancy: { state: 'unknown', trimester: null, last: { state: 'not-pregnant', at } },
});
const reasons = (productId: string, check: string, patient: object) =>
  checkSafety(
    safetyCase({
      items: [draftItem(productId)],
      patient: { ageMonths: 40 * 12, sex: 'female', ...patientFactsOf(outdated, now), ...patient },
    }),
  )
    .notChecked.filter((one) => one.check === check)
    .map(({ reason }) => reason.en)
    .join(' ');

describe('outdated patient facts', () => {
  it('are not used, and fresh facts are not reported', () => {
    expect(patientFactsOf(outdated, now)).toMatchObject({ weightKg: null, egfr: null, pregnancy: 'unknown' });
    expect(patientFactsOf(facts(), now)).toMatchObject({ weightKg: '70', egfr: 90, outdated: {} });
  });

  it('report the age of a child’s weight when the dose per kg can’t be checked', () => {
    expect(reasons('paracetamol-500mg-tablet', 'dose', { ageMonths: 48 })).toMatch(/16 kg.*400 days old/);
  });

  it('report the age of an eGFR, even for a young and healthy patient', () => {
    expect(reasons('metformin-500mg-tablet', 'renal', { ageMonths: 30 * 12 })).toMatch(/eGFR 34.*400 days old/);
  });

  it('report the age of a pregnancy statement', () => {
    expect(reasons('losartan-50mg-tablet', 'pregnancy', {})).toMatch(/“not pregnant”.*400 days old/);
  });
});
