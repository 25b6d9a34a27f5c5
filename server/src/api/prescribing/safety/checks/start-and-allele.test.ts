import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { shippedTables } from '../knowledge/knowledge-tables.ts';
import { startDoseRowSchema } from '../knowledge/start-dose.ts';
import { statesAllele } from '../knowledge/allele-rule.ts';
import { draftItem, safetyCase, taking } from '../testing/safety-case.ts';
import { ageCheck } from './age-check.ts';
import { conditionCheck } from './condition-check.ts';
import { interactionCheck } from './interaction-check.ts';

const knowledge = loadKnowledgeBase();

describe('starting doses', () => {
  const found = (
    product: string,
    value: string,
    unit: string,
    medicines: readonly string[],
    medicinesStated = true,
    conditionCodes: readonly string[] = [],
  ) => {
    const input = safetyCase({
      items: [draftItem(product, { dose: { value, unit } })],
      activeMedicines: medicines.map((text) => taking(text)),
      medicinesStated,
      conditionCodes,
    });
    const { issues, notChecked } = checkSafety(input, knowledge, [interactionCheck]);
    return { start: issues.filter(({ id }) => id.includes(':start-')), notChecked };
  };

  it('produce a serious warning for a fentanyl patch when the patient takes no opioid', () => {
    expect(found('fentanyl-25ug-per-h-patch', '1', 'patch', []).start).toMatchObject([{ severity: 'serious' }]);
    expect(found('fentanyl-25ug-per-h-patch', '1', 'patch', ['morphine 30 mg twice a day']).start).toEqual([]);
  });

  it('produce a serious warning for lamotrigine above the starting dose', () => {
    expect(found('lamotrigine-25mg-tablet', '200', 'mg', []).start).toMatchObject([{ severity: 'serious' }]);
    expect(found('lamotrigine-25mg-tablet', '25', 'mg', []).start).toEqual([]);
    expect(found('lamotrigine-25mg-tablet', '200', 'mg', ['拉莫三嗪 200mg']).start).toEqual([]);
  });

  it.each([
    ['morphine-30mg-er-tablet', '30', 'mg', 'oxycodone 10 mg twice a day', 'serious'],
    ['oxycodone-10mg-er-tablet', '20', 'mg', 'tramadol', 'serious'],
    ['insulin-glargine-100iu-per-ml-pen', '40', '[iU]', 'insulin aspart', 'moderate'],
    ['insulin-degludec-100iu-per-ml-pen', '40', '[iU]', '来得时', 'moderate'],
  ])('produce a warning for %s of %s %s without such a medicine before', (product, value, unit, before, severity) => {
    expect(found(product, value, unit, []).start).toMatchObject([{ severity }]);
    expect(found(product, value, unit, [before]).start).toEqual([]);
  });

  it('give the reason for the type of diabetes on record', () => {
    const reasons = (codes: readonly string[]) =>
      found('insulin-glargine-100iu-per-ml-pen', '40', '[iU]', [], true, codes).start.map(({ mechanism }) => mechanism);
    expect(reasons(['E10.9'])).toEqual([
      { en: expect.stringContaining('In type 1 diabetes'), zh: expect.stringContaining('1型糖尿病') },
    ]);
    for (const codes of [['E11.9'], []])
      expect(reasons(codes)).toEqual([
        { en: expect.stringContaining('In type 2 diabetes'), zh: expect.stringContaining('2型糖尿病') },
      ]);
  });

  it('are for every patient in a release of before the column of conditions existed', () => {
    const [row] = shippedTables()['start-doses'].map(({ row: { conditions: _, ...before } }) => before);
    expect(startDoseRowSchema.parse(row)).toMatchObject({ conditions: [] });
  });

  it('leave the starting doses of labels alone', () => {
    expect(found('oxycodone-10mg-er-tablet', '10', 'mg', []).start).toEqual([]);
    expect(found('insulin-glargine-100iu-per-ml-pen', '10', '[iU]', []).start).toEqual([]);
  });

  it('are reported as not checked when the patient’s medicines are unknown', () => {
    const { start, notChecked } = found('lamotrigine-25mg-tablet', '200', 'mg', [], false);
    expect(start).toEqual([]);
    expect(notChecked[0]?.reason.en).toContain('not recorded');
  });
});

describe('gene variants in the record', () => {
  it.each([
    ['HLA-B*15:02 positive', true],
    ['HLA-B 1502阳性', true],
    ['HLA-B*15:02 negative', false],
    ['未携带HLA-B*15:02', false],
    ['Han Chinese', false],
  ])('are recognised in the text: %s', (text, expected) => {
    expect(statesAllele(text, ['hlab1502'])).toBe(expected);
  });

  it('trigger an alert, and the text is still reported as uncoded', () => {
    const input = safetyCase({
      items: [draftItem('carbamazepine-100mg-tablet')],
      uncodedConditions: [{ en: 'HLA-B*15:02 positive', zh: '' }],
    });
    const { issues, notChecked } = checkSafety(input, knowledge, [conditionCheck]);
    expect(issues).toMatchObject([{ severity: 'serious' }]);
    expect(notChecked).toHaveLength(1);
  });
});

describe('strengths that are unsuitable for children', () => {
  it('produce a warning for tacrolimus 0.1 % below sixteen, and not for 0.03 %', () => {
    const rules = (product: string, years: number) => {
      const input = safetyCase({ items: [draftItem(product)] });
      const patient = { ...input.patient, ageMonths: years * 12 };
      return checkSafety({ ...input, patient }, knowledge, [ageCheck]).issues.map(({ severity }) => severity);
    };
    expect(rules('tacrolimus-1mg-per-g-ointment', 5)).toContain('serious');
    expect(rules('tacrolimus-0.3mg-per-g-ointment', 5)).not.toContain('serious');
    expect(rules('tacrolimus-1mg-per-g-ointment', 16)).not.toContain('serious');
  });
});
