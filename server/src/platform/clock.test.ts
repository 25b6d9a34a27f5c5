import { describe, expect, it } from 'vitest';
import { dayIn, endOfDay, shiftDay } from './clock.ts';

describe('calendar days', () => {
  it('are those of the zone', () => {
    const at = new Date('2026-11-24T16:30:00Z');
    expect(dayIn('Asia/Shanghai', at)).toBe('2026-11-25');
    expect(dayIn('Europe/Zurich', at)).toBe('2026-11-24');
  });

  it('shift over months, years and leap days', () => {
    expect(shiftDay('2026-01-01', -1)).toBe('2025-12-31');
    expect(shiftDay('2028-02-28', 1)).toBe('2028-02-29');
    expect(shiftDay('2026-11-24', -30)).toBe('2026-10-25');
  });

  it('end with the next one’s first moment, also when clocks change', () => {
    expect(endOfDay('Asia/Shanghai', '2026-11-24')).toEqual(new Date('2026-11-24T16:00:00Z'));
    // The clocks of Zurich go back on the night to 25 October: that day has 25 hours.
    expect(endOfDay('Europe/Zurich', '2026-10-24')).toEqual(new Date('2026-10-24T22:00:00Z'));
    expect(endOfDay('Europe/Zurich', '2026-10-25')).toEqual(new Date('2026-10-25T23:00:00Z'));
    expect(endOfDay('Europe/Zurich', '2026-03-28')).toEqual(new Date('2026-03-28T23:00:00Z'));
    expect(endOfDay('Europe/Zurich', '2026-03-29')).toEqual(new Date('2026-03-29T22:00:00Z'));
  });

  it('end at New York’s midnight on both nights of a change', () => {
    expect(endOfDay('America/New_York', '2026-03-07')).toEqual(new Date('2026-03-08T05:00:00Z'));
    expect(endOfDay('America/New_York', '2026-03-08')).toEqual(new Date('2026-03-09T04:00:00Z'));
    expect(endOfDay('America/New_York', '2026-10-31')).toEqual(new Date('2026-11-01T04:00:00Z'));
    expect(endOfDay('America/New_York', '2026-11-01')).toEqual(new Date('2026-11-02T05:00:00Z'));
  });

  it('end where a midnight is skipped or comes twice', () => {
    // Cairo goes from 24:00 straight to 01:00 on 24 April 2026; Beirut repeats the last hour of 24 October.
    expect(endOfDay('Africa/Cairo', '2026-04-23')).toEqual(new Date('2026-04-23T22:00:00Z'));
    expect(endOfDay('Asia/Beirut', '2026-10-24')).toEqual(new Date('2026-10-24T22:00:00Z'));
  });
});
