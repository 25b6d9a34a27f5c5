import { describe, expect, it } from 'vitest';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';
import { isLocalRoute } from '../sides.ts';
import { ageCheck } from './age-check.ts';

const knowledge = loadKnowledgeBase();
function check(productId: string, ageMonths: number | null, durationDays = 7) {
  const input = safetyCase({ items: [draftItem(productId, { durationDays })] });
  return checkSafety({ ...input, patient: { ...input.patient, ageMonths } }, knowledge, [ageCheck]);
}
const years = (count: number) => count * 12;

describe('age check', () => {
  it.each([
    ['codeine under twelve', 'codeine-15mg-tablet', years(11), 'contraindicated'],
    ['aspirin under sixteen', 'aspirin-100mg-ec-tablet', years(15), 'serious'],
    ['a fluoroquinolone in a child', 'levofloxacin-500mg-tablet', years(10), 'serious'],
    ['a tetracycline under eight', 'doxycycline-100mg-tablet', years(7), 'serious'],
    ['a hypnotic over sixty-five', 'zolpidem-10mg-tablet', years(65), 'moderate'],
    ['a medicine below the age of its label', 'irbesartan-150mg-tablet', years(12), 'moderate'],
    ['loperamide in an infant', 'loperamide-2mg-capsule', 20, 'contraindicated'],
  ])('finds %s', (_, product, age, severity) => {
    const { issues } = check(product, age);
    expect(issues[0]).toMatchObject({ check: 'age', severity });
    expect(issues[0]?.source).not.toBe('');
  });

  it.each([
    ['amoxicillin at any age', 'amoxicillin-250mg-capsule', 6],
    ['aspirin from sixteen', 'aspirin-100mg-ec-tablet', years(16)],
    ['a tetracycline from eight', 'doxycycline-100mg-tablet', years(8)],
    ['a hypnotic before sixty-five', 'zolpidem-10mg-tablet', years(64)],
    ['fluoroquinolone eye drops in a child', 'levofloxacin-5mg-per-ml-eye-drops', years(3)],
  ])('finds nothing for %s', (_, product, age) => {
    expect(check(product, age)).toMatchObject({ issues: [], notChecked: [] });
  });

  it('finds medicines that are harmful even on the skin', () => {
    expect(check('sulfadiazine-silver-10mg-per-g-cream', 1).issues).toMatchObject([{ severity: 'contraindicated' }]);
  });

  it('reports the same warning once', () => {
    expect(check('codeine-15mg-tablet', years(2)).issues.map((issue) => issue.id)).toEqual([
      'age:codeine-child:codeine:item-codeine-15mg-tablet',
      'age:cough-cold-child:codeine:item-codeine-15mg-tablet',
    ]);
  });

  it('reports that the age is unknown', () => {
    expect(check('amoxicillin-250mg-capsule', null)).toMatchObject({ issues: [], notChecked: [{ check: 'age' }] });
  });
});

describe('age rules', () => {
  const cases = knowledge.ageRules.flatMap(({ rule, ingredients }) => {
    const product = safetyCase().catalogue.products.find(
      ({ ingredients: parts, routes }) =>
        parts.some(({ ingredient }) => ingredients.has(ingredient.id)) &&
        (rule.local || !isLocalRoute(routes[0] ?? 'topical')),
    );
    return product ? [{ rule, id: rule.id, product: product.id }] : [];
  });

  it('nearly all concern products that can be prescribed', () => {
    expect(cases.length).toBeGreaterThan(knowledge.ageRules.length - 3);
  });

  it.each(cases)('$id applies on one side of its age limit only', ({ rule, product }) => {
    const found = (age: number) =>
      check(product, age, 30).issues.some((issue) => issue.id.startsWith(`age:${rule.id}:`));
    const limit = rule.youngerThanMonths ?? rule.olderThanMonths ?? 0;
    expect(found(limit)).toBe(rule.youngerThanMonths === null);
    expect(found(limit - 1)).toBe(rule.youngerThanMonths !== null);
  });
});
