import { expect, it } from 'vitest';
import { clockTimeOf } from './clock-time.ts';

it.each([
  ['9', '09:00'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['9:30', '09:30'],
  ['09.30', '09:30'],
  ['９：３０', '09:30'],
  ['9时30分', '09:30'],
  ['9 am', '09:00'],
  ['12:15 am', '00:15'],
  ['1:30 p.m.', '13:30'],
  ['24:00', '00:00'],
  ['00:00', '00:00'],
])('%s is the time %s', (typed, time) => expect(clockTimeOf(typed)).toBe(time));

it.each(['', 'noon', '25:00', '24:30', '9:60', '9:3', '13 pm', '0 am', '12345', '-9:00', '9:30:15'])(
  '%s is no time of day',
  (typed) => expect(clockTimeOf(typed)).toBeUndefined(),
);
