import { describe, expect, it } from 'vitest';
import { copyDay, draftOf, hoursOn, moveToDay, nextHours, placeOn, savingOf } from './hours-draft.ts';

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

  it('moves hours to another day, behind the hours that it has', () => {
    const rows = [
      { ...hours, weekday: 1, from: '08:00' },
      { ...hours, weekday: 2, from: '09:00' },
      { ...hours, weekday: 6, from: '10:00' },
    ];
    const moved = moveToDay(rows, 0, 2).map(({ weekday, from }) => `${weekday} ${from}`);
    expect(moved).toEqual(['2 09:00', '2 08:00', '6 10:00']);
    expect(moveToDay(rows, 2, 1).map(({ weekday, from }) => `${weekday} ${from}`)).toEqual([
      '1 08:00',
      '1 10:00',
      '2 09:00',
    ]);
    expect(moveToDay(rows, 1, 2)).toEqual(rows);
  });

  it('copies a day to others in the place of what they had', () => {
    const monday = [
      { ...hours, weekday: 1, from: '08:00', to: '12:00' },
      { ...hours, weekday: 1, from: '14:00', to: '17:00' },
    ];
    const copied = copyDay([...monday, { ...hours, weekday: 2 }, { ...hours, weekday: 6 }], 1, [1, 2, 3]);
    expect(copied.map(({ weekday, from }) => `${weekday} ${from}`)).toEqual([
      '1 08:00',
      '1 14:00',
      '2 08:00',
      '2 14:00',
      '3 08:00',
      '3 14:00',
      '6 18:00',
    ]);
    expect(copied[2]).not.toBe(copied[0]);
  });

  it('places added hours by their day', () => {
    const monday = { ...hours, weekday: 1, from: '08:00', to: '12:00' };
    const weekly = [monday, { ...hours, weekday: 3 }];
    expect([placeOn(weekly, 1), placeOn(weekly, 2), placeOn(weekly, 7), placeOn([], 4)]).toEqual([1, 1, 2, 0]);
    expect(hoursOn(weekly, 1, 'd', '2026-11-25')).toMatchObject({
      weekday: 1,
      from: '14:00',
      to: '17:00',
      slotMinutes: 20,
    });
    expect(hoursOn(weekly, 2, 'd', '2026-11-25')).toMatchObject({ weekday: 2, from: '18:00' });
    expect(hoursOn([], 4, 'd', '2026-11-25')).toMatchObject({ weekday: 4, from: '09:00', validFrom: '2026-11-25' });
  });
});
