import { describe, expect, it } from 'vitest';
import { doseCheck } from '../checks/dose-check.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { draftItem, safetyCase } from '../testing/safety-case.ts';

function whole(product: string, value: string, unit: string) {
  const input = safetyCase({ items: [draftItem(product, { dose: { value, unit } })] });
  const { issues } = checkSafety(input, loadKnowledgeBase(), [doseCheck]);
  return issues.filter(({ id }) => /^dose:(?:whole|halved)-/.test(id)).map(({ severity }) => severity);
}

describe('forms that must stay whole', () => {
  it.each([
    ['half a prolonged-release tablet', 'nifedipine-30mg-er-tablet', '0.5', 'tablet', 'serious'],
    ['one and a half prolonged-release tablets', 'nifedipine-30mg-er-tablet', '1.5', 'tablet', 'serious'],
    ['half the milligrams of a prolonged-release tablet', 'nifedipine-30mg-er-tablet', '15', 'mg', 'serious'],
    [
      'half a prolonged-release opioid, which cannot be overridden',
      'oxycodone-10mg-er-tablet',
      '5',
      'mg',
      'contraindicated',
    ],
    ['half a gastro-resistant tablet', 'aspirin-100mg-ec-tablet', '0.5', 'tablet', 'moderate'],
    ['a quarter of a scored tablet', 'metoprolol-47.5mg-er-tablet', '0.25', 'tablet', 'moderate'],
  ])('are reported for %s', (_, product, value, unit, severity) => {
    expect(whole(product, value, unit)).toEqual([severity]);
  });

  it.each([
    ['whole tablets', 'nifedipine-30mg-er-tablet', '2', 'tablet'],
    ['half of a scored tablet', 'metoprolol-47.5mg-er-tablet', '0.5', 'tablet'],
    ['half of a plain tablet', 'amlodipine-5mg-tablet', '0.5', 'tablet'],
    ['milligrams that other strengths can provide', 'ibuprofen-400mg-er-capsule', '600', 'mg'],
  ])('are not reported for %s', (_, product, value, unit) => {
    expect(whole(product, value, unit)).toEqual([]);
  });
});
