import type { FormError } from '../../../ui/kit/index.ts';
import { fault } from '../../../ui/forms/fault.ts';
import type { HoursDraft } from './hours-draft.ts';

/** Whole numbers of a row with their bounds. */
const bounds = { slotMinutes: [5, 240], bufferMinutes: [0, 120], capacity: [1, 20] } as const;

/** Returns the errors of the hours in the form, by field name. */
export function faultsOf({ weekly = [], exceptions = [] }: Partial<HoursDraft>): FormError[] {
  return [
    ...weekly.flatMap((hours, index) => {
      const at = `weekly.${index}.`;
      const empty = (['from', 'to', 'validFrom'] as const).filter((field) => hours[field] === '');
      const turned = isTurned(hours) ? [wrong(`${at}to`, 'schedule.turned')] : [];
      const endsBefore = hours.validUntil && hours.validFrom && hours.validUntil < hours.validFrom;
      return [
        ...empty.map((field) => wrong(`${at}${field}`, 'common.field.required')),
        ...outOfBounds(at, hours),
        ...turned,
        ...(endsBefore ? [wrong(`${at}validUntil`, 'schedule.turned')] : []),
      ];
    }),
    ...exceptions.flatMap((exception, index) => {
      const at = `exceptions.${index}.`;
      const isTimed = exception.kind !== 'day-off' || !exception.allDay;
      const needed = isTimed ? (['day', 'from', 'to'] as const) : (['day'] as const);
      return [
        ...needed
          .filter((field) => exception[field] === '')
          .map((field) => wrong(`${at}${field}`, 'common.field.required')),
        ...(exception.kind === 'day-off' ? [] : outOfBounds(at, exception)),
        ...(isTimed && isTurned(exception) ? [wrong(`${at}to`, 'schedule.turned')] : []),
      ];
    }),
  ];
}

/** A time input has no 24:00: midnight as an end is 00:00. */
function isTurned({ from, to }: { from: string; to: string }): boolean {
  return from !== '' && to !== '' && to !== '00:00' && to <= from;
}

function outOfBounds(at: string, row: Record<keyof typeof bounds, unknown>): FormError[] {
  return (Object.keys(bounds) as (keyof typeof bounds)[]).flatMap((field) => {
    const value = row[field];
    // An empty input is not a number.
    if (typeof value !== 'number') return [wrong(`${at}${field}`, 'common.field.required')];
    const [least, most] = bounds[field];
    if (value < least) return [{ name: `${at}${field}`, message: fault('schedule.atLeast', least) }];
    return value > most ? [{ name: `${at}${field}`, message: fault('schedule.atMost', most) }] : [];
  });
}

function wrong(name: string, key: 'common.field.required' | 'schedule.turned'): FormError {
  return { name, message: fault(key) };
}
