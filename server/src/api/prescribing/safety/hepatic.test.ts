import { describe, expect, it } from 'vitest';
import { checkSafety } from './testing/check-safety.ts';
import { conditionCheck } from './checks/condition-check.ts';
import { loadKnowledgeBase } from './knowledge/knowledge-base.ts';
import { draftItem, safetyCase } from './testing/safety-case.ts';

const found = (productId: string, ...conditionCodes: string[]) =>
  checkSafety(safetyCase({ items: [draftItem(productId)], conditionCodes }), loadKnowledgeBase(), [conditionCheck])
    .issues;

describe('liver disease on record', () => {
  it.each([
    ['a contraindicated medicine with cirrhosis', 'zolpidem-10mg-tablet', 'K74.6', 'serious'],
    ['a contraindicated medicine with chronic hepatitis', 'zolpidem-10mg-tablet', 'B18.1', 'moderate'],
    ['a contraindicated medicine with a fatty liver', 'zolpidem-10mg-tablet', 'K76.0', 'minor'],
    ['a medicine that needs a lower dose with liver failure', 'sertraline-50mg-tablet', 'K72.9', 'moderate'],
    ['a medicine that needs a lower dose with chronic hepatitis', 'sertraline-50mg-tablet', 'B18.1', 'minor'],
  ])('produces a warning for %s', (_, product, code, severity) => {
    expect(found(product, code)).toMatchObject([
      { check: 'condition', severity, source: expect.stringContaining('hepatic impairment'), overridable: true },
    ]);
  });

  it.each([
    ['amoxicillin with cirrhosis', 'amoxicillin-500mg-capsule', 'K74.6'],
    ['a medicine that needs a lower dose with a fatty liver', 'sertraline-50mg-tablet', 'K76.0'],
    ['a gel with cirrhosis', 'diclofenac-10mg-per-g-gel', 'K74.6'],
    ['a healthy liver', 'zolpidem-10mg-tablet', 'K81.0'],
  ])('produces no warning for %s', (_, product, code) => {
    expect(found(product, code)).toEqual([]);
  });

  it('is reported once when a rule already covers it', () => {
    expect(found('paracetamol-500mg-tablet', 'K74.6').map(({ id }) => id.split(':')[1])).toEqual(['liver-paracetamol']);
  });
});
