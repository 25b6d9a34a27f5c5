import { describe, expect, it } from 'vitest';
import { staffingOf } from './staffing.ts';

const monday = { day: '2026-03-02', places: 40, doctors: 2 };
const tuesday = { day: '2026-03-03', places: 0, doctors: 0 };
const expected = (...visits: number[]) =>
  visits.map((count, at) => ({ day: ['2026-03-02', '2026-03-03'][at] ?? '', expected: count }));

describe('staffing against the forecast', () => {
  it('names no missing doctor where the hours have room for the expected visits', () => {
    expect(staffingOf(expected(40.4), [monday])).toEqual([{ ...monday, expected: 40.4, doctorsShort: 0 }]);
  });

  it('counts missing doctors by the places of those who have hours on the day', () => {
    const short = (visits: number) => staffingOf(expected(visits), [monday])[0]?.doctorsShort;
    expect([short(41), short(60), short(61)]).toEqual([1, 1, 2]);
  });

  it('counts them by the other days where no one has hours', () => {
    expect(staffingOf(expected(10, 30), [monday, tuesday])[1]).toMatchObject({ places: 0, doctorsShort: 2 });
  });

  it('is empty where no hours are planned at all', () => {
    expect(staffingOf(expected(10, 30), [tuesday])).toEqual([]);
  });
});
