import { expect, it } from 'vitest';
import { faultsOf } from './hours-faults.ts';
import { nextException, nextHours } from './hours-draft.ts';

const hours = nextHours([], 'd', '2026-01-05');
const dayOff = nextException('d', '2026-01-05');

it('hours that are missing, out of bounds or reversed have an error beside their field', () => {
  expect(faultsOf({ weekly: [hours], exceptions: [dayOff] })).toEqual([]);
  const empty = { ...hours, from: '', validFrom: '', capacity: '' as unknown as number };
  expect(faultsOf({ weekly: [hours, empty] })).toEqual([
    { name: 'weekly.1.from', message: 'common.field.required' },
    { name: 'weekly.1.validFrom', message: 'common.field.required' },
    { name: 'weekly.1.capacity', message: 'common.field.required' },
  ]);
  expect(faultsOf({ weekly: [{ ...hours, slotMinutes: 4, capacity: 21, to: '08:00' }] })).toEqual([
    { name: 'weekly.0.slotMinutes', message: 'schedule.atLeast?n=5' },
    { name: 'weekly.0.capacity', message: 'schedule.atMost?n=20' },
    { name: 'weekly.0.to', message: 'schedule.turned' },
  ]);
  expect(faultsOf({ weekly: [{ ...hours, to: '00:00', validUntil: '2026-01-01' }] })).toEqual([
    { name: 'weekly.0.validUntil', message: 'schedule.turned' },
  ]);
});

it('a day off requires nothing but its day', () => {
  expect(faultsOf({ exceptions: [{ ...dayOff, day: '', from: '', capacity: 0 }] })).toEqual([
    { name: 'exceptions.0.day', message: 'common.field.required' },
  ]);
  expect(faultsOf({ exceptions: [{ ...dayOff, allDay: false, from: '13:00' }] })).toEqual([
    { name: 'exceptions.0.to', message: 'schedule.turned' },
  ]);
});
