import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';
import { pregnancyFact, trimesterOn } from '@yunzhen/shared/chart/safety-facts';
import { loadCuratedFormulary } from '../../catalogues/index.ts';
import { checkSafety } from './testing/check-safety.ts';
import { loadKnowledgeBase } from './knowledge/knowledge-base.ts';
import type { DraftItem, SafetyPatient } from './safety-input.ts';
import { isLocalRoute } from './sides.ts';
import { draftItem, safetyCase } from './testing/safety-case.ts';

const { products, ingredients } = loadCuratedFormulary();
const knowledge = loadKnowledgeBase();

function issues(check: string, productId: string, item: Partial<DraftItem>, patient: Partial<SafetyPatient>) {
  const given = safetyCase({ items: [draftItem(productId, item)] });
  return checkSafety({ ...given, patient: { ...given.patient, ...patient } }, knowledge).issues.filter(
    (issue) => issue.check === check,
  );
}
const once = { frequency: 1, period: 1, periodUnit: 'd', when: null } as const;
/** The opioid sum can produce an alert below the maximum of a single opioid. */
const isOpioid = (ingredient: string) => knowledge.opioidFactors.some(({ ingredients: of }) => of.has(ingredient));
/** A course of one day, because these tests are about the dose and not the duration. */
const mg = (value: Decimal.Value) => ({
  dose: { value: new Decimal(value).toFixed(), unit: 'mg' },
  timing: once,
  durationDays: 1,
});

/** Oral products of one substance measured in mg, with their known maximum doses. */
const dosed = products.flatMap(({ id, ingredients: [part, other], routes }) =>
  part?.limits?.unit === 'mg' && !other && routes[0] === 'oral' && part.strength.unit === 'mg'
    ? [{ id, limits: part.limits }]
    : [],
);
const onePerIngredient = [...new Map(dosed.map((one) => [one.limits.ingredient, one])).values()];

/** The product’s own information, or a label with holder, country, year and section. */
const citation =
  /^(Unverified, no label compared: .+, posology|.+, (China|Japan|International|[A-Z]{2}), \d{4}(-\d\d)?, .+)$/;

describe('an adult’s maximum dose', () => {
  const cases = onePerIngredient.filter(
    ({ limits }) => limits.adultPerDose !== null && limits.adultPerWeek === null && !isOpioid(limits.ingredient),
  );

  it('is known for most products', () => void expect(cases.length).toBeGreaterThan(250));

  it.each(cases)('of $id passes, and slightly more produces an alert', ({ id, limits }) => {
    const most = new Decimal(limits.adultPerDose ?? 0);
    const more = issues('dose', id, mg(most.times('1.01')), {});
    expect(issues('dose', id, mg(most), {})).toEqual([]);
    expect(more.length).toBeGreaterThan(0);
    for (const { source } of more) expect(source).toMatch(citation);
  });
});

describe('a child’s maximum dose by weight', () => {
  const weight = '10';
  /** Bands of age or weight on the label replace the dose per kg. */
  const hasBands = (ingredient: string) =>
    knowledge.doseBands.some(
      ({ rule, ingredients: of }) => of.has(ingredient) && !rule.withoutWeight && rule.fromMonths <= 100,
    );
  const cases = onePerIngredient.filter(({ limits }) => {
    const { childPerDosePerKg: perKg, childMaxPerDose: most, childPerDayPerKg: perDay, minAgeMonths } = limits;
    const amount = perKg === null ? null : new Decimal(perKg).times(weight);
    return (
      amount !== null &&
      (most === null || amount.lt(most)) &&
      (perDay === null || amount.times('1.2').lte(new Decimal(perDay).times(weight))) &&
      (minAgeMonths ?? 0) <= 100 &&
      !hasBands(limits.ingredient)
    );
  });

  it('is known for many products', () => void expect(cases.length).toBeGreaterThan(25));

  it.each(cases)('of $id allows 10 % for measuring, and no more', ({ id, limits }) => {
    const most = new Decimal(limits.childPerDosePerKg ?? 0).times(weight);
    const patient = { ageMonths: 100, weightKg: weight };
    const [found] = issues('dose', id, mg(most.times('1.11')), patient);
    expect(issues('dose', id, mg(most.times('1.1')), patient)).toEqual([]);
    expect(found?.evidence).toContain(`${limits.childPerDosePerKg} mg/kg × ${weight} kg`);
  });

  it('never exceeds the absolute maximum, however heavy the child', () => {
    const heavy = { ageMonths: 150, weightKg: '95' };
    expect(issues('dose', 'paracetamol-500mg-tablet', mg(1000), heavy)).toEqual([]);
    expect(issues('dose', 'paracetamol-500mg-tablet', mg(1001), heavy)).toHaveLength(1);
  });

  it('changes to the adult figure on the eighteenth birthday', () => {
    const at = (ageMonths: number) =>
      issues('dose', 'dexibuprofen-20mg-per-ml-suspension', mg(400), { ageMonths, weightKg: '50' });
    expect(at(18 * 12 - 1)).toHaveLength(1);
    expect(at(18 * 12)).toEqual([]);
  });
});

describe('the minimum age of a label', () => {
  const ruled = new Set(
    knowledge.ageRules.flatMap(({ rule, ingredients: of }) => (rule.youngerThanMonths === null ? [] : [...of])),
  );
  const cases = onePerIngredient.filter(
    ({ limits }) => (limits.minAgeMonths ?? 0) > 0 && !ruled.has(limits.ingredient),
  );

  it.each(cases)('of $id applies until that age is reached', ({ id, limits }) => {
    const months = limits.minAgeMonths ?? 0;
    const at = (ageMonths: number) => issues('age', id, {}, { ageMonths }).filter((one) => one.id.includes(':label:'));
    expect(at(months - 1)).toMatchObject([{ severity: 'moderate', source: expect.stringMatching(/./) }]);
    expect(at(months)).toEqual([]);
  });
});

describe('renal rules', () => {
  const cases = ingredients.flatMap((ingredient) => {
    const product = products.find(
      ({ ingredients: parts, routes }) =>
        parts[0]?.ingredient.id === ingredient.id && parts.length === 1 && !isLocalRoute(routes[0] ?? 'topical'),
    );
    return product
      ? ingredient.renal.map((rule) => ({ id: ingredient.id, product: product.id, below: rule.belowEgfr ?? 60 }))
      : [];
  });

  it('cover many ingredients', () => void expect(cases.length).toBeGreaterThan(100));

  it.each(cases)('at eGFR $below change the result for $id', ({ product, below }) => {
    const at = (egfr: number) => issues('renal', product, {}, { egfr }).map((one) => one.id);
    const [found] = issues('renal', product, {}, { egfr: below - 1 });
    expect(at(below - 1)).not.toEqual(at(below));
    expect(found?.source).toMatch(/^(Product information|Unverified, no label compared): .+, renal impairment$/);
  });
});

describe('pregnancy and breast-feeding', () => {
  const due = '2026-12-01';
  /** Returns the date on which the pregnancy with this due date reaches the given number of weeks. */
  const inWeek = (weeks: number) => new Date(Date.parse(`${due}T00:00:00Z`) - (40 - weeks) * 7 * DAY_MS);

  it.each([
    [13.9, 1],
    [14, 2],
    [27.9, 2],
    [28, 3],
    [42, 3],
  ] as const)('at week %d count as trimester %d', (weeks, trimester) => {
    expect(trimesterOn(due, inWeek(weeks))).toBe(trimester);
  });

  it('treat a pregnancy as ended two weeks after the due date, and not earlier', () => {
    const record = {
      pregnancy: 'pregnant',
      trimester: null,
      dueDate: due,
      lactation: 'unknown',
      at: '2026-05-01T00:00:00Z',
    } as const;
    expect(pregnancyFact(record, inWeek(42)).state).toBe('pregnant');
    expect(pregnancyFact(record, inWeek(42.01)).state).toBe('unknown');
  });

  const inTrimester = (trimester: 1 | 2 | 3) =>
    issues('pregnancy', 'ibuprofen-200mg-tablet', {}, { sex: 'female', pregnancy: 'pregnant', trimester })[0];

  it('grade a medicine to avoid in late pregnancy by trimester, and name the source', () => {
    expect([1, 2, 3].map((one) => inTrimester(one as 1)?.severity)).toEqual(['minor', 'serious', 'serious']);
    expect(inTrimester(3)?.source).toBe('Unverified, no label compared: ibuprofen, pregnancy');
  });

  it.each(['contraindicated', 'avoid', 'caution', 'unknown', 'compatible'] as const)(
    'grade the breast-feeding advice “%s”',
    (advice) => {
      const product = products.find(
        ({ ingredients: parts, routes }) =>
          parts.length === 1 && parts[0]?.ingredient.lactation === advice && routes[0] === 'oral',
      );
      const found = issues('pregnancy', product?.id ?? '', {}, { sex: 'female', lactation: 'breast-feeding' });
      const severity = {
        contraindicated: 'serious',
        avoid: 'moderate',
        caution: 'minor',
        unknown: 'minor',
        compatible: undefined,
      }[advice];
      expect(found.map((one) => one.severity)).toEqual(severity ? [severity] : []);
    },
  );
});
