import { describe, expect, it } from 'vitest';
import { allergyCheck } from '../checks/allergy-check.ts';
import { loadKnowledgeBase } from '../knowledge/knowledge-base.ts';
import { checkSafety } from '../testing/check-safety.ts';
import { allergyTo, safetyCase } from '../testing/safety-case.ts';

function notChecked(text: string): string[] {
  const input = safetyCase({ allergies: [allergyTo(text)] });
  return checkSafety(input, loadKnowledgeBase(), [allergyCheck]).notChecked.map(({ reason }) => reason.zh);
}

describe('a part of an allergy without a name, beside a recognised one', () => {
  it.each([
    ['Penicillin; ', 'blood pressure tablets'],
    ['penicillin. ', 'heart tablets'],
    ['penicillin, ', 'eye drops'],
    ['penicillin; ', 'cough syrup'],
    ['aspirin; ', 'migraine tablets'],
    ['penicillin; ', 'some medicine'],
    ['penicillin; ', 'tablets'],
    ['penicillin and ', 'water tablets'],
    ['penicillin; ', 'something else'],
    ['penicillin, ', 'food'],
    ['penicillin; ', 'heart'],
    ['青霉素；', '高血压药'],
    ['青霉素、', '眼药水'],
    ['青霉素；', '止咳糖浆'],
    ['青霉素、', '食物'],
    ['青霉素；', '其他药物'],
    ['青霉素、', '血压'],
    ['青霉素；', '中药'],
  ])('after “%s” is reported as not matched: %s', (before, part) => {
    expect(notChecked(before + part)).toEqual([expect.stringContaining(`“${part}”`)]);
  });

  it.each([
    'penicillin; came out in a rash',
    'penicillin. rash after two tablets',
    'penicillin, drug rash',
    'penicillin, drop in blood pressure',
    'penicillin; stomach pain',
    'penicillin; 500 mg tablets',
    'ramipril - angioedema',
    '青霉素；用药后皮疹',
    '青霉素，药疹',
    '青霉素，小时候',
    '青霉素，药物过敏史',
    '青霉素；其他无',
  ])('is no more than its reaction in “%s”', (text) => {
    expect(notChecked(text)).toEqual([]);
  });
});
