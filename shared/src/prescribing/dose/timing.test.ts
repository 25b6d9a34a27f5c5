import { describe, expect, it } from 'vitest';
import type { Course } from './course.ts';
import { doseText, instructionText } from './instruction.ts';
import type { MedicineRoute } from './medicine-labels.ts';
import { medicineRoutes, medicineUnits, unitName } from './medicine-labels.ts';
import type { Timing } from './timing.ts';
import { periodUnits, timingText, timingWhens } from './timing.ts';

const timing = (
  frequency: number,
  period: number,
  periodUnit: Timing['periodUnit'],
  when: Timing['when'] = null,
): Timing => ({
  frequency,
  period,
  periodUnit,
  when,
});

describe('timingText', () => {
  it.each([
    [timing(1, 1, 'd'), 'once a day', '每日1次'],
    [timing(2, 1, 'd', 'after-meal'), 'twice a day after meals', '每日2次，饭后'],
    [timing(3, 1, 'd'), '3 times a day', '每日3次'],
    [timing(1, 8, 'h'), 'every 8 hours', '每8小时1次'],
    [timing(1, 1, 'h'), 'every hour', '每小时1次'],
    [timing(1, 2, 'd'), 'every other day', '隔日1次'],
    [timing(2, 3, 'd'), 'twice every 3 days', '每3日2次'],
    [timing(1, 1, 'wk'), 'once a week', '每周1次'],
    [timing(1, 2, 'wk'), 'every 2 weeks', '每2周1次'],
    [timing(1, 1, 'd', 'bedtime'), 'once a day at bedtime', '每日1次，睡前'],
    [{ ...timing(1, 1, 'wk'), weekdays: [1] }, 'once a day on Monday', '每周一1次'],
    [
      { ...timing(3, 1, 'wk', 'morning'), weekdays: [5, 1, 3] },
      'once a day on Monday, Wednesday and Friday in the morning',
      '每周一、周三、周五各1次，早晨',
    ],
  ])('%j', (given, en, zh) => {
    expect(timingText(given)).toEqual({ en, zh });
  });
});

describe('doseText', () => {
  it.each([
    ['1', 'tablet', '1 tablet', '1片'],
    ['2', 'tablet', '2 tablets', '2片'],
    ['0.5', 'tablet', 'half a tablet', '半片'],
    ['0.50', 'tablet', 'half a tablet', '半片'],
    ['0.25', 'tablet', 'a quarter of a tablet', '四分之一片'],
    ['1.5', 'tablet', '1.5 tablets', '1.5片'],
    ['0.5', 'mL', '0.5 mL', '0.5毫升'],
    ['10', '[iU]', '10 units', '10单位'],
    ['1', 'application', 'a thin layer', '适量'],
    ['3', 'ladle', '3 ladle', '3ladle'],
  ])('%s %s', (value, unit, en, zh) => {
    expect(doseText({ value, unit })).toEqual({ en, zh });
  });
});

describe('instructionText', () => {
  const sig = (over: Partial<Course & { route: MedicineRoute }>): Course & { route: MedicineRoute } => ({
    dose: { value: '1', unit: 'tablet' },
    timing: timing(2, 1, 'd'),
    durationDays: 7,
    asNeeded: null,
    route: 'oral',
    ...over,
  });

  it.each([
    [sig({}), 'Take 1 tablet by mouth twice a day for 7 days.', '口服，每次1片，每日2次，共7天。'],
    [sig({ durationDays: 1 }), 'Take 1 tablet by mouth twice a day for 1 day.', '口服，每次1片，每日2次，共1天。'],
    [sig({ durationDays: null }), 'Take 1 tablet by mouth twice a day.', '口服，每次1片，每日2次。'],
    [
      sig({ timing: timing(1, 6, 'h'), durationDays: 3, asNeeded: { reason: 'fever', maxPerDay: 4 } }),
      'Take 1 tablet by mouth every 6 hours when needed for fever, at most 4 times a day, for up to 3 days.',
      '口服，每次1片，每6小时1次，需要时使用（发热），每日最多4次，最多使用3天。',
    ],
    [
      sig({ timing: timing(3, 1, 'd', 'after-meal'), durationDays: 3, asNeeded: { reason: 'pain', maxPerDay: 3 } }),
      'Take 1 tablet by mouth after meals when needed for pain, at most 3 times a day, for up to 3 days.',
      '口服，每次1片，饭后，需要时使用（疼痛），每日最多3次，最多使用3天。',
    ],
    [
      sig({ asNeeded: { reason: '头痛', maxPerDay: 2, minHoursBetween: 8 } }),
      'Take 1 tablet by mouth when needed for headache, at most twice a day, at least 8 hours apart, for up to 7 days.',
      '口服，每次1片，需要时使用（头痛），每日最多2次，至少间隔8小时，最多使用7天。',
    ],
    [
      sig({
        dose: { value: '8', unit: 'tablet' },
        timing: timing(1, 1, 'd', 'morning'),
        durationDays: 11,
        steps: [
          { dose: { value: '4', unit: 'tablet' }, timing: timing(1, 1, 'd', 'morning'), days: 5 },
          { dose: { value: '0.5', unit: 'tablet' }, timing: timing(1, 2, 'd'), days: 1 },
        ],
      }),
      'Take by mouth. Day 1–5: 8 tablets once a day in the morning. Day 6–10: 4 tablets once a day in the morning. Day 11: half a tablet every other day. 11 days in all.',
      '口服。第1–5天：每次8片，每日1次，早晨；第6–10天：每次4片，每日1次，早晨；第11天：每次半片，隔日1次。共11天。',
    ],
    [
      sig({ route: 'topical', dose: { value: '1', unit: 'application' } }),
      'Apply a thin layer to the affected skin twice a day for 7 days.',
      '外用，涂于患处，每次适量，每日2次，共7天。',
    ],
  ])('%j', (given, en, zh) => {
    expect(instructionText(given)).toEqual({ en, zh });
  });

  it('covers every structure that the editor can produce, in both languages, without a gap', () => {
    for (const route of medicineRoutes)
      for (const unit of medicineUnits)
        for (const periodUnit of periodUnits)
          for (const when of [null, ...timingWhens])
            for (const frequency of [1, 2, 5]) {
              const text = instructionText(
                sig({ route, dose: { value: '2', unit }, timing: timing(frequency, 3, periodUnit, when) }),
              );
              expect(text.en).toMatch(/^[A-Z][^{}]+ for 7 days\.$/);
              expect(text.zh).toMatch(/，共7天。$/);
              expect(`${text.en}${text.zh}`).not.toMatch(/undefined|null|NaN| {2}/);
            }
  });
});

describe('unitName', () => {
  it('returns an unknown unit unchanged, even one that looks like a property', () => {
    expect(unitName('tablet')).toEqual({ en: 'tablet', zh: '片' });
    expect(unitName('constructor')).toEqual({ en: 'constructor', zh: 'constructor' });
  });
});
