import { describe, expect, it } from 'vitest';
import { mayArrive, visitPathOf } from './arrival.ts';

const times = {
  status: 'booked' as const,
  checkInFrom: '2026-11-25T08:30:00Z',
  graceUntil: '2026-11-25T09:15:00Z',
  visitId: null,
};
const at = (time: string) => Date.parse(`2026-11-25T${time}Z`);

describe('Check-in of an appointment', () => {
  it('is open from half an hour before to the end of the grace period, once', () => {
    const open = ['08:29:59', '08:30:00', '09:15:00', '09:15:01'].map((time) => mayArrive(times, at(time)));
    expect(open).toEqual([false, true, true, false]);
    expect(mayArrive({ ...times, visitId: 'v' }, at('08:45:00'))).toBe(false);
    expect(mayArrive({ ...times, status: 'cancelled' }, at('08:45:00'))).toBe(false);
  });

  it('links to the page of the visit’s state', () => {
    expect(visitPathOf({ status: 'booked', visitId: null })).toBeNull();
    expect(visitPathOf({ status: 'booked', visitId: 'v' })).toBe('/visits/v/prepare');
    expect(visitPathOf({ status: 'checked-in', visitId: 'v' })).toBe('/visits/v/waiting');
    expect(visitPathOf({ status: 'fulfilled', visitId: 'v' })).toBe('/visits/v');
  });
});
