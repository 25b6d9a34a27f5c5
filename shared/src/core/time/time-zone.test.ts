import { describe, expect, it } from 'vitest';
import { dayIn, isTimeZone, timeIn } from './time-zone.ts';

describe('a time zone', () => {
  it('converts an instant to its day and time', () => {
    const at = new Date('2026-11-24T16:30:00Z');
    expect([dayIn('Asia/Shanghai', at), timeIn('Asia/Shanghai', at)]).toEqual(['2026-11-25', '00:30']);
    expect([dayIn('Europe/Zurich', at), timeIn('Europe/Zurich', at)]).toEqual(['2026-11-24', '17:30']);
    expect([dayIn('Asia/Kathmandu', at.getTime()), timeIn('Asia/Kathmandu', at)]).toEqual(['2026-11-24', '22:15']);
  });

  it('is recognised by its IANA name', () => {
    expect([isTimeZone('Europe/Zurich'), isTimeZone('Nowhere/Else')]).toEqual([true, false]);
  });
});
