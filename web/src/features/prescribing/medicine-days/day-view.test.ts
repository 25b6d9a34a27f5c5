import { describe, expect, it } from 'vitest';
import type { PrescriptionItem } from '@yunzhen/shared/prescribing/prescribing.contract';
import { usualDayTimes } from '@yunzhen/shared/prescribing/dose/day-plan';
import { dayIn } from '@yunzhen/shared/core/time/time-zone';
import { lastDayOf, likelyStart, remindersOf, slotsOfDay } from './day-view.ts';

const words = { en: 'Amoxicillin', zh: '阿莫西林' };
const item = (over: Partial<PrescriptionItem>): PrescriptionItem => ({
  id: 'a',
  productId: 'p',
  productName: words,
  strength: '500 mg',
  form: words,
  instruction: words,
  dose: { value: '1', unit: 'tablet' },
  route: 'oral',
  timing: { frequency: 2, period: 1, periodUnit: 'd', when: null },
  durationDays: 5,
  asNeeded: null,
  quantity: { value: '10', unit: 'tablet', manual: false },
  note: '',
  substitutionAllowed: true,
  ...over,
});

describe('A patient’s medicine day', () => {
  const items = [
    item({}),
    item({ id: 'b', durationDays: 3, timing: { frequency: 1, period: 1, periodUnit: 'd', when: 'bedtime' } }),
    item({ id: 'c', asNeeded: { reason: 'pain', maxPerDay: 2 }, durationDays: 30 }),
  ];

  it('groups doses by time in clock order, and omits as-needed medicines', () => {
    const day = slotsOfDay(items, '2026-11-24', '2026-11-25', usualDayTimes);
    expect(day.map(({ part, doses }) => [part, doses.map((dose) => dose.item.id)])).toEqual([
      ['morning', ['a']],
      ['evening', ['a']],
      ['bedtime', ['b']],
    ]);
    expect(slotsOfDay(items, '2026-11-24', '2026-11-23', usualDayTimes)).toEqual([]);
    expect(slotsOfDay(items, '2026-11-24', '2026-11-29', usualDayTimes)).toEqual([]);
    expect(lastDayOf(items, '2026-11-24')).toBe('2026-11-28');
  });

  it('starts on the day of the decision in the patient’s time zone', () => {
    const decidedAt = '2026-11-24T20:00:00Z';
    expect(likelyStart({ decidedAt }, 'Asia/Shanghai', new Date())).toBe('2026-11-25');
    expect(likelyStart({ decidedAt }, 'Europe/Berlin', new Date())).toBe('2026-11-24');
    expect(dayIn('Pacific/Kiritimati', new Date('2026-12-31T12:00:00Z'))).toBe('2027-01-01');
  });

  it('creates one alarm for each series of doses', () => {
    const text = remindersOf([item({})], {
      name: 'x',
      timeZone: 'Asia/Shanghai',
      start: '2026-11-24',
      times: usualDayTimes,
      now: new Date('2026-11-24T00:00:00Z'),
      summary: () => 'one tablet',
      description: () => '',
    });
    expect(text.match(/BEGIN:VALARM/g)).toHaveLength(2);
    expect(text).toContain('RRULE:FREQ=DAILY;INTERVAL=1;COUNT=5');
  });
});
