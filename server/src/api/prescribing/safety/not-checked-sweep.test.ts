import type { SafetyReport } from '@yunzhen/shared/prescribing/prescribing.contract';
import { safetyChecks } from '@yunzhen/shared/prescribing/prescribing.constants';
import { AppError } from '@yunzhen/shared/core/errors';
import { describe, expect, it } from 'vitest';
import { notCheckedAll } from './check.ts';
import { checkSafety } from './testing/check-safety.ts';
import { checkRegistry } from './check-registry.ts';
import type { KnowledgeBase } from './knowledge/knowledge-base.ts';
import { loadKnowledgeBase } from './knowledge/knowledge-base.ts';
import type { CheckName, SafetyCheck } from './safety-check.ts';
import type { SafetyInput, SafetyPatient } from './safety-input.ts';
import { allergyTo, draftItem, safetyCase, taking } from './testing/safety-case.ts';

const old = { en: 'Too old to be relied on.', zh: '已过时。' };
const patient = (over: Partial<SafetyPatient>): Partial<SafetyInput> => ({
  patient: { ...safetyCase().patient, ...over },
});
const child = { ageMonths: 60, weightKg: '18' };
const woman = { sex: 'female' as const, ageMonths: 30 * 12 };

/** A draft for which every check has something to compare. */
const draft = (over: Partial<SafetyInput> = {}) =>
  safetyCase({
    items: [
      draftItem('amoxicillin-500mg-capsule'),
      draftItem('metformin-500mg-tablet'),
      draftItem('atorvastatin-20mg-tablet'),
    ],
    ...over,
  });
const childDraft = (over: Partial<SafetyPatient>) =>
  safetyCase({ items: [draftItem('amoxicillin-250mg-capsule')], ...patient({ ...child, ...over }) });

/** What is missing, the checks that can't run then, and what the reason must name. */
const missing: readonly [string, SafetyInput, readonly CheckName[], RegExp][] = [
  ['a missing weight of a child', childDraft({ weightKg: null }), ['dose'], /weight/],
  ['an outdated weight of a child', childDraft({ weightKg: null, outdated: { weight: old } }), ['dose'], /Too old/],
  ['a weight that is not a number', childDraft({ weightKg: 'heavy' }), ['dose'], /weight/],
  ['a missing age', draft(patient({ ageMonths: null })), ['age', 'dose'], /age/i],
  ['a missing eGFR of an old patient', draft(patient({ ageMonths: 70 * 12, egfr: null })), ['renal'], /eGFR/],
  ['a missing eGFR with diabetes', { ...draft(patient({ egfr: null })), conditionCodes: ['E11.9'] }, ['renal'], /eGFR/],
  ['an outdated eGFR', draft(patient({ egfr: null, outdated: { egfr: old } })), ['renal'], /Too old/],
  [
    'an unknown pregnancy status',
    draft(patient({ ...woman, pregnancy: 'unknown' })),
    ['pregnancy'],
    /Pregnancy status/,
  ],
  [
    'an outdated pregnancy statement',
    draft(patient({ ...woman, pregnancy: 'unknown', outdated: { pregnancy: old } })),
    ['pregnancy'],
    /Too old/,
  ],
  [
    'an unknown breast-feeding status',
    draft(patient({ ...woman, lactation: 'unknown' })),
    ['pregnancy'],
    /breastfeeding/,
  ],
  [
    'an unknown sex and pregnancy status',
    draft(patient({ ...woman, sex: 'unknown', pregnancy: 'unknown' })),
    ['pregnancy'],
    /Pregnancy status/,
  ],
  ['allergies that were not asked for', draft({ allergiesStated: false }), ['allergy'], /Allergy status/],
  ['an unrecognised allergy', draft({ allergies: [allergyTo('the pink stuff')] }), ['allergy'], /pink stuff/],
  [
    'medicines that were not asked for',
    draft({ medicinesStated: false }),
    ['interaction', 'duplicate'],
    /current medicines/,
  ],
  [
    'an unrecognised medicine',
    draft({ activeMedicines: [taking('grandmother’s drops')] }),
    ['interaction', 'duplicate'],
    /drops/,
  ],
  ['conditions that could not be read', draft({ conditionCodes: null }), ['condition'], /could not be read/],
  [
    'an uncoded condition',
    draft({ uncodedConditions: [{ en: 'weak heart', zh: '心弱' }] }),
    ['condition'],
    /weak heart/,
  ],
  [
    'an unknown product',
    safetyCase({ items: [draftItem('imaginary-1mg-tablet')] }),
    [...safetyChecks],
    /not in the formulary/,
  ],
  [
    'a dose in a unit that can’t be converted',
    safetyCase({ items: [draftItem('amoxicillin-500mg-capsule', { dose: { value: '1', unit: 'mL' } })] }),
    ['dose'],
    /cannot be converted/,
  ],
];

/** Asserts that every check is named as run, or as not run with a reason, before a report may reach a page. */
function speaksOfEveryCheck({ checks, notChecked }: Pick<SafetyReport, 'checks' | 'notChecked'>): void {
  const named = new Set([...checks, ...notChecked.map(({ check }) => check)]);
  expect([...safetyChecks].filter((check) => !named.has(check))).toEqual([]);
}

describe('missing data', () => {
  it.each(missing)('reports %s under the affected checks and in both languages', (_, input, checks, why) => {
    const report = checkSafety(input);
    speaksOfEveryCheck(report);
    for (const check of checks) {
      const said = report.notChecked.filter((one) => one.check === check);
      expect(said.map(({ reason }) => reason.en).join('\n'), check).toMatch(why);
      for (const { reason, itemIds } of said) {
        expect(reason.zh).toMatch(/\p{Script=Han}/u);
        expect(itemIds.length).toBeGreaterThan(0);
      }
    }
  });

  it.each(missing)('reports %s under no other check', (_, input, checks) => {
    const others = checkSafety(input).notChecked.filter(({ check }) => !(checks as string[]).includes(check));
    expect(others).toEqual([]);
  });

  it('reports nothing when everything is known, so that the other tests are meaningful', () => {
    expect(checkSafety(draft()).notChecked).toEqual([]);
    expect(checkSafety(childDraft({})).notChecked).toEqual([]);
  });
});

describe('failing checks', () => {
  const failures: readonly [string, unknown][] = [
    ['an error', new Error('the table is gone')],
    ['an AppError', new AppError('internal', 'gone')],
    ['a string', 'no'],
    ['undefined', undefined],
  ];
  for (const { name } of checkRegistry)
    it.each(failures)(`reports only ${name} as not checked when it throws %s`, (_, thrown) => {
      const registry = checkRegistry.map((check): SafetyCheck =>
        check.name === name
          ? {
              name,
              run: () => {
                throw thrown;
              },
            }
          : check,
      );
      const report = checkSafety(draft(), loadKnowledgeBase(), registry);
      speaksOfEveryCheck(report);
      expect(report.checks).not.toContain(name);
      expect(report.checks).toHaveLength(checkRegistry.length - 1);
      expect(report.notChecked).toMatchObject([{ check: name, itemIds: draft().items.map(({ id }) => id) }]);
    });

  it("reports every check that needs the knowledge base as not checked when it can't be read", () => {
    const gone = new Proxy({} as KnowledgeBase, {
      get(_target, property) {
        if (property === 'version') return 'gone';
        throw new Error('the rules cannot be read');
      },
    });
    const report = checkSafety(
      draft({ conditionCodes: ['I10'], activeMedicines: [taking('warfarin')], allergies: [allergyTo('penicillin')] }),
      gone,
    );
    speaksOfEveryCheck(report);
    const undone = report.notChecked.map(({ check }) => check);
    expect(undone).toEqual(expect.arrayContaining(['allergy', 'interaction', 'condition', 'age', 'dose']));
    expect(report.checks.filter((check) => undone.includes(check))).toEqual([]);
  });

  it('names every check as not done when everything fails', () => {
    const report = notCheckedAll({ en: 'It failed.', zh: '失败。' }, ['a']);
    speaksOfEveryCheck(report);
    expect(report.checks).toEqual([]);
  });
});

describe('the check registry', () => {
  it('contains each check of the wire schema once, so that a page can detect a missing one', () => {
    expect(checkRegistry.map(({ name }) => name).toSorted()).toEqual([...safetyChecks].toSorted());
  });

  it('contains only synchronous checks, which cannot fail to return', () => {
    for (const check of checkRegistry) expect(check.run.constructor.name).toBe('Function');
    expect(checkSafety(draft())).not.toHaveProperty('then');
  });
});
