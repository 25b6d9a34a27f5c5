import type { Forecast } from '@yunzhen/shared/metrics/views.contract';
import type { PlannedDay } from '../../scheduling/index.ts';

/**
 * Compares the expected booked visits of some days with what the doctors’ hours have room for; walk-ins need no place. A missing doctor is one with
 * the usual places of that day, or of the other days where no one has hours. Returns nothing where no hours are planned: such a hospital sees patients
 * without them.
 */
export function staffingOf(
  expected: readonly { readonly day: string; readonly expected: number }[],
  planned: readonly PlannedDay[],
): Forecast['staffing'] {
  const sum = (of: 'places' | 'doctors') => planned.reduce((total, day) => total + day[of], 0);
  if (sum('places') === 0) return [];
  const usual = sum('places') / sum('doctors');
  return expected.map(({ day, expected: visits }) => {
    const { places = 0, doctors = 0 } = planned.find((one) => one.day === day) ?? {};
    const missing = Math.round(visits) - places;
    const doctorsShort = missing > 0 ? Math.ceil(missing / (doctors > 0 ? places / doctors : usual)) : 0;
    return { day, expected: visits, places, doctors, doctorsShort };
  });
}
