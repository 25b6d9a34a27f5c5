import { describe, expect, it } from 'vitest';
import type { SafetyInput } from './safety-input.ts';
import { checkSafety } from './testing/check-safety.ts';
import { allergyTo, draftItem, safetyCase, taking } from './testing/safety-case.ts';

/* Classes that were missed when `npm run bench -- medication-safety` ran for the first time, with another member of each beside the one that was missed. */

const healthy = safetyCase().patient;
const daily = (product: string, value: string, times: number, days: number) =>
  draftItem(product, {
    dose: { value, unit: product.includes('iu') ? '[iU]' : 'mg' },
    timing: { frequency: times, period: 1, periodUnit: 'd', when: null },
    durationDays: days,
  });
const found = (item: ReturnType<typeof draftItem>, over: Partial<SafetyInput> = {}) =>
  checkSafety(safetyCase({ items: [item], ...over })).issues.map(
    ({ id, severity }) => `${severity} ${id.split(':').slice(0, 2).join(':')}`,
  );

describe('a course of an antiviral', () => {
  it.each([
    ['oseltamivir for treatment', daily('oseltamivir-75mg-capsule', '75', 2, 30), 'dose:long-oseltamivir-treatment'],
    ['oseltamivir for prevention', daily('oseltamivir-75mg-capsule', '75', 1, 60), 'dose:long-oseltamivir-prophylaxis'],
    ['baloxavir', daily('baloxavir-20mg-tablet', '40', 1, 5), 'dose:long-baloxavir-single'],
    ['arbidol', daily('arbidol-100mg-tablet', '200', 3, 21), 'dose:long-arbidol-days'],
  ])('is not endless: %s', (_, item, rule) => {
    expect(found(item).filter((id) => id.startsWith('moderate dose:'))).toEqual([
      expect.stringContaining(rule.replace('dose:long-', '')),
    ]);
  });

  it.each([
    ['treatment', daily('oseltamivir-75mg-capsule', '75', 2, 5)],
    ['prevention', daily('oseltamivir-75mg-capsule', '75', 1, 42)],
    ['a single dose', daily('baloxavir-20mg-tablet', '40', 1, 1)],
  ])('of the label is silent: %s', (_, item) => {
    expect(found(item)).toEqual([]);
  });
});

it('bupropion above its maximum is serious, because seizures rise steeply', () => {
  expect(found(daily('bupropion-150mg-er-tablet', '300', 2, 28))).toContain('serious dose:day-600mg');
});

describe('an anticoagulant of an old and light patient', () => {
  const old = { ...healthy, ageMonths: 82 * 12, weightKg: '52' };
  it.each([
    [
      'apixaban',
      daily('apixaban-5mg-tablet', '5', 2, 28),
      { patient: old, conditionCodes: ['I48.9'] },
      'serious dose:dose-5mg',
    ],
    [
      'edoxaban',
      daily('edoxaban-30mg-tablet', '60', 1, 28),
      { patient: { ...healthy, weightKg: '55' }, jurisdiction: 'CN' },
      'serious dose:dose-60mg',
    ],
    [
      'apixaban with weak kidneys',
      daily('apixaban-5mg-tablet', '5', 2, 28),
      { patient: { ...healthy, egfr: 22 } },
      'moderate renal:reduce-30',
    ],
  ])('is reduced: %s', (_, item, over, expected) => {
    expect(found(item, over)).toContain(expected);
  });

  it('is silent in the usual dose', () => {
    expect(found(daily('apixaban-5mg-tablet', '5', 2, 28))).toEqual([]);
    expect(found(daily('edoxaban-30mg-tablet', '60', 1, 28))).toEqual([]);
  });
});

it('metformin is stopped where the tissues lack oxygen', () => {
  for (const code of ['J96.0', 'R57.0', 'I21.9', 'A41.9'])
    expect(found(daily('metformin-850mg-tablet', '850', 2, 28), { conditionCodes: ['E11.9', code] })).toContain(
      'serious condition:hypoxia-metformin',
    );
});

describe('an allergy to an ester anaesthetic', () => {
  it.each(['procaine rash', '普鲁卡因过敏', 'benzocaine'])('reaches tetracaine: %s', (substance) => {
    const item = draftItem('tetracaine-5mg-per-ml-eye-drops');
    expect(found(item, { allergies: [allergyTo(substance)] })).toContain(
      'contraindicated allergy:stated-local-anaesthetic-ester',
    );
  });

  it('does not reach an amide', () => {
    const item = draftItem('lidocaine-50mg-per-g-cream');
    expect(found(item, { allergies: [allergyTo('procaine')] })).toEqual([]);
  });
});

it.each([
  'my mother is allergic to penicillin, I am not',
  "my sister reacts to penicillin, I don't",
  '妈妈对青霉素过敏，我不会',
])('an allergy of a relative alone stops nothing: %s', (substance) => {
  expect(found(draftItem('amoxicillin-250mg-capsule'), { allergies: [allergyTo(substance)] })).toEqual([]);
});

it.each(['my mother is not allergic to penicillin, I am', '妈妈对青霉素不过敏，我会'])(
  'an allergy of the patient beside a relative without it stops: %s',
  (substance) => {
    expect(found(draftItem('amoxicillin-250mg-capsule'), { allergies: [allergyTo(substance)] })).toContain(
      'contraindicated allergy:stated-penicillin',
    );
  },
);

describe('herbs that a patient lists in one line', () => {
  it.each(['海藻 昆布 甘草煎汤', '人参、五灵脂', '制川乌，法半夏'])('are compared with each other: %s', (text) => {
    expect(found(draftItem('levothyroxine-50ug-tablet'), { activeMedicines: [taking(text)] })).toContainEqual(
      expect.stringContaining('moderate interaction:herbs-'),
    );
  });

  it('are compared across patent medicines', () => {
    expect(found(draftItem('amlodipine-5mg-tablet'), { activeMedicines: [taking('人参健脾丸 失笑散')] })).toContain(
      'moderate interaction:herbs-ginseng-trogopterus',
    );
  });
});
