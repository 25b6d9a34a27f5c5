import { describe, expect, it } from 'vitest';
import type { SafetyInput } from '../safety-input.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';

const { patient } = safetyCase();
const old = { ...patient, ageMonths: 82 * 12, weightKg: '52' };
const taken = (product: string, value: string, frequency: number, durationDays = 28) =>
  draftItem(product, {
    dose: { value, unit: 'mg' },
    timing: { frequency, period: 1, periodUnit: 'd', when: null },
    durationDays,
  });
const dosesOf = (item: ReturnType<typeof draftItem>, over: Partial<SafetyInput>) =>
  checkSafety(safetyCase({ items: [item], ...over })).issues.filter(({ check }) => check === 'dose');
const apixaban = (conditionCodes: string[] | null, value = '5') =>
  dosesOf(taken('apixaban-5mg-tablet', value, 2, value === '10' ? 7 : 28), { patient: old, conditionCodes });
const notChecked = (patient: SafetyInput['patient'], conditionCodes: string[] | null = ['I48.9'], value = '5') =>
  checkSafety(safetyCase({ items: [taken('apixaban-5mg-tablet', value, 2)], patient, conditionCodes }))
    .notChecked.filter(({ check, reason }) => check === 'dose' && reason.en.startsWith('Not known'))
    .map(({ reason }) => reason);

describe('apixaban for an old and light patient', () => {
  it('is reduced in atrial fibrillation, and says by which criteria', () => {
    const [found] = apixaban(['I10', 'I48.9']);
    expect(found).toMatchObject({ severity: 'serious', overridable: true });
    expect(found?.mechanism.en).toMatch(/^The maximum dose per dose is 2\.5 mg\. .*two of three.*80 years.*60 kg.*133/);
    expect(found?.mechanism.zh).toMatch(/最大剂量为2\.5 mg。.*三项中两项.*80岁.*60 kg.*133/);
    expect(apixaban(['I48.0'], '2.5')).toEqual([]);
  });

  it.each(['I26.9', 'I80.2', 'I81', 'I82.4', 'Z86.71'])('keeps its dose in a clot (%s)', (code) => {
    expect(apixaban([code])).toEqual([]);
    expect(apixaban([code], '10')).toEqual([]);
  });

  it.each([
    ['neither indication is on record', ['I10']],
    ['the record could not be read', null],
    ['both indications are on record', ['I48.9', 'I26.9']],
  ])('is information, not a maximum, while %s', (_, codes) => {
    const found = apixaban(codes);
    expect(found).toMatchObject([{ severity: 'minor', id: expect.stringContaining('indication-apixaban') }]);
    expect(JSON.stringify(found)).not.toMatch(/maximum dose|最大剂量/i);
    expect(found[0]?.mechanism.en).toContain('two of three');
  });

  it.each([
    ['younger', { ...old, ageMonths: 79 * 12 }],
    ['heavier', { ...old, weightKg: '61' }],
    ['neither', { ...old, ageMonths: 70 * 12, weightKg: '80', egfr: null }],
    ['a child', { ...old, ageMonths: 12 * 12, weightKg: null, egfr: null }],
  ])('says nothing of a patient who is %s', (_, other) => {
    const item = taken('apixaban-5mg-tablet', '5', 2);
    expect(dosesOf(item, { patient: other, conditionCodes: ['I48.9'] })).toEqual([]);
    expect(notChecked(other)).toEqual([]);
  });

  it.each([
    ['weight', { ...old, weightKg: null }, 'weight', '体重'],
    ['creatinine, at 80 years', { ...old, weightKg: '75', egfr: null }, 'creatinine', '血肌酐'],
    ['creatinine, with 60 kg', { ...old, ageMonths: 70 * 12, weightKg: '60', egfr: null }, 'creatinine', '血肌酐'],
    ['creatinine, with an eGFR that may belong to it', { ...old, weightKg: '75', egfr: 50 }, 'creatinine', '血肌酐'],
    ['creatinine, with an eGFR of another equation', { ...old, weightKg: '75', egfr: 59 }, 'creatinine', '血肌酐'],
    ['weight and creatinine', { ...old, weightKg: null, egfr: null }, 'weight, creatinine', '体重、血肌酐'],
    ['age', { ...old, ageMonths: null }, 'age, creatinine', '年龄、血肌酐'],
  ])('is not checked without %s, and never looks like no alert', (_, other, en, zh) => {
    for (const codes of [['I48.9'], ['I10'], null]) {
      const [reason] = notChecked(other, codes);
      expect(reason?.en).toMatch(new RegExp(`^Not known: ${en}\\. .*two of three`));
      expect(reason?.zh).toContain(`未知：${zh}。`);
    }
    expect(notChecked(other, ['I26.9'])).toEqual([]);
    expect(notChecked(other, ['I48.9'], '2.5')).toEqual([]);
  });
});

describe('edoxaban for a light patient', () => {
  const edoxaban = (jurisdiction: string, conditionCodes: string[]) =>
    dosesOf(taken('edoxaban-30mg-tablet', '60', 1), {
      patient: { ...patient, weightKg: '55' },
      jurisdiction,
      conditionCodes,
    }).map(({ severity }) => severity);

  it.each(['CN', 'generic'])('is reduced in %s for both indications', (country) => {
    expect(edoxaban(country, ['I48.9'])).toContain('serious');
    expect(edoxaban(country, ['I26.9'])).toContain('serious');
  });
});
