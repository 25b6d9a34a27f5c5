import { describe, expect, it } from 'vitest';
import type { DoctorDay } from '@yunzhen/shared/visits/day.contract';
import { linesOf, upcoming } from './day-lines.ts';

const at = (time: string) => `2026-11-25T${time}:00.000Z`;
const name = { en: '', zh: '' };
const slot = (from: string, to: string) => ({ startsAt: at(from), endsAt: at(to), department: name, free: 1 });
const day = (over: Partial<DoctorDay>): DoctorDay => ({
  day: '2026-11-25',
  timeZone: 'UTC',
  appointments: [],
  walkIns: [],
  free: [],
  pauses: [],
  ...over,
});
const appointment = (from: string, to: string) => ({
  id: from,
  startsAt: at(from),
  endsAt: at(to),
  status: 'booked' as const,
  department: name,
  patient: { id: 'p', name: '李伟', nameLatin: 'Li Wei' },
  reason: '',
  visitId: null,
  visitStatus: null,
});

describe('The lines of a doctor’s day', () => {
  it('are in clock order, with free times grouped between bookings', () => {
    const lines = linesOf(
      day({
        appointments: [appointment('09:30', '09:45')],
        free: [slot('09:00', '09:15'), slot('09:15', '09:30'), slot('09:45', '10:00'), slot('14:00', '14:15')],
        pauses: [{ id: 'x', from: at('12:00'), until: at('13:00'), reason: '' }],
      }),
    );
    expect(lines.map((line) => [line.kind, line.at.slice(11, 16), line.kind === 'free' ? line.count : null])).toEqual([
      ['free', '09:00', 2],
      ['appointment', '09:30', null],
      ['free', '09:45', 1],
      ['pause', '12:00', null],
      ['free', '14:00', 1],
    ]);
  });
});

it('Appointments are still to come until the patient has checked in', () => {
  const [booked, arrived] = [appointment('09:00', '09:15'), appointment('10:00', '10:15')];
  const { appointments } = day({ appointments: [{ ...arrived, status: 'checked-in' }, booked] });
  expect(upcoming({ appointments })).toEqual([booked]);
});
