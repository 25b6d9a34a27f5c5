import { shallowRef } from 'vue';
import { expect, it } from 'vitest';
import { firstWindow, useHandled, windowsAround } from './desk-choice.ts';

it('The front desk offers days from shortly before the appointment, and pages between today and the last day', () => {
  const days = { today: '2026-11-29', lastDay: '2027-01-28' };
  expect(firstWindow('2027-01-10', days.today)).toBe('2027-01-07');
  expect(firstWindow('2026-11-30', days.today)).toBe('2026-11-29');
  expect(windowsAround('2026-11-29', days)).toEqual({ before: null, after: '2026-12-13' });
  expect(windowsAround('2026-12-05', days)).toEqual({ before: '2026-11-29', after: '2026-12-19' });
  expect(windowsAround('2027-01-20', days)).toEqual({ before: '2027-01-06', after: null });
});

it('A dialog of the front desk handles the newest version of its row, and none that has left the list', () => {
  const rows = shallowRef([
    { id: 'a', version: 1 },
    { id: 'b', version: 1 },
  ]);
  const { handled, handle } = useHandled(rows);
  expect(handled.value).toBeUndefined();
  handle({ id: 'a', version: 1 });
  rows.value = [{ id: 'a', version: 2 }];
  expect(handled.value?.version).toBe(2);
  rows.value = [{ id: 'b', version: 1 }];
  expect(handled.value).toBeUndefined();
});
