import { describe, expect, it } from 'vitest';
import { draftOf, nextHours, savingOf } from './hours-draft.ts';

const hours = {
  departmentId: 'd',
  weekday: 5,
  from: '18:00',
  to: '24:00',
  slotMinutes: 20,
  bufferMinutes: 5,
  capacity: 2,
  validFrom: '2026-01-01',
  validUntil: null,
};
const schedule = {
  doctorId: 'x',
  name: '王芳',
  nameLatin: 'Wang Fang',
  departmentIds: ['d'],
  version: 3,
  timeZone: 'Asia/Shanghai',
  weekly: [hours],
  exceptions: [
    { kind: 'day-off' as const, day: '2026-12-01', from: null, to: null, note: 'Course' },
    { kind: 'day-off' as const, day: '2026-12-02', from: '09:00', to: '10:00', note: '' },
  ],
};

describe('A draft of hours', () => {
  it('round-trips unchanged', () => {
    expect(savingOf(draftOf(schedule), 'ask')).toEqual({
      weekly: schedule.weekly,
      exceptions: schedule.exceptions,
      displaced: 'ask',
    });
  });

  it('is the same text for any order of properties in the answer', () => {
    const turned = <T extends object>(row: T) => Object.fromEntries(Object.entries(row).toReversed()) as T;
    const other = { ...schedule, weekly: schedule.weekly.map(turned), exceptions: schedule.exceptions.map(turned) };
    expect(JSON.stringify(draftOf(other))).toBe(JSON.stringify(draftOf(schedule)));
  });

  it('continues with the next day of the week', () => {
    expect([nextHours([hours], 'd', '2026-11-25').weekday, nextHours([], 'd', '2026-11-25').weekday]).toEqual([6, 1]);
    expect(nextHours([{ ...hours, weekday: 7 }], 'd', '2026-11-25').weekday).toBe(1);
  });
});
