import { describe, expect, it } from 'vitest';
import { outcomesAtSignature, outcomesOfWithdrawal, ruleOf } from './alert-outcomes.ts';

const alert = (id: string, severity: 'minor' | 'moderate' | 'serious' = 'moderate') => ({
  id,
  check: id.split(':')[0] ?? '',
  severity,
});

describe('ruleOf', () => {
  it.each([
    ['interaction:ace-arb:ramipril:losartan:a:b', 'interaction:ace-arb'],
    ['condition:alcohol-dependence:metformin:a', 'condition:alcohol-dependence'],
    ['interaction:imported-0123456789:paracetamol:loratadine:a:b', 'interaction:imported:loratadine:paracetamol'],
    ['interaction:imported-0123456789:loratadine:paracetamol:c:d', 'interaction:imported:loratadine:paracetamol'],
    ['age:amantadine-cold-child:amantadine:a', 'age:amantadine-cold-child'],
    ['age:label:ibuprofen:a', 'age:label:ibuprofen'],
    ['dose:day-5000mg:paracetamol:a', 'dose:day:paracetamol'],
    ['duplicate:class:M01A:a:b', 'duplicate:class:M01A'],
    ['allergy:same:paracetamol:a:b', 'allergy:same:paracetamol'],
  ])('maps the alert id %s to the rule %s, without lines and amounts', (id, rule) => {
    expect(ruleOf(alert(id))).toBe(rule);
  });
});

describe('alert outcomes', () => {
  it('counts each rule once at the signature as overridden, noted or heeded, with the highest severity shown', () => {
    const overridden = alert('dose:day-5000mg:paracetamol:a');
    const noted = alert('interaction:acarbose-digoxin:x:y:a:b', 'minor');
    const before = [
      alert('dose:day-6000mg:paracetamol:a', 'serious'),
      alert('allergy:same:ibuprofen:a:b', 'serious'),
      alert('allergy:same:ibuprofen:c:b', 'moderate'),
    ];
    const given = [{ issueId: overridden.id, reason: 'will-monitor' as const }];
    expect(outcomesAtSignature(before, [overridden, noted], given)).toEqual(
      expect.arrayContaining([
        {
          rule: 'dose:day:paracetamol',
          check: 'dose',
          severity: 'serious',
          outcome: 'overridden',
          reason: 'will-monitor',
        },
        {
          rule: 'interaction:acarbose-digoxin',
          check: 'interaction',
          severity: 'minor',
          outcome: 'noted',
          reason: null,
        },
        { rule: 'allergy:same:ibuprofen', check: 'allergy', severity: 'serious', outcome: 'heeded', reason: null },
      ]),
    );
    expect(outcomesAtSignature(before, [overridden, noted], given)).toHaveLength(3);
  });

  it('marks the alerts of a withdrawn draft as withdrawn, and returns nothing for a draft without alerts', () => {
    expect(outcomesOfWithdrawal([alert('dose:day-5000mg:paracetamol:a')])).toMatchObject([{ outcome: 'withdrawn' }]);
    expect(outcomesOfWithdrawal([])).toEqual([]);
    expect(outcomesAtSignature([], [], [])).toEqual([]);
  });
});
