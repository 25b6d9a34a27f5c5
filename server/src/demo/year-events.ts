import { shiftDay } from '@yunzhen/shared/core/time/calendar-day';
import { endOfDay } from '@yunzhen/shared/core/time/wall-clock';
import { newId } from '../platform/ids.ts';
import { simulateDay, type ShiftDoctor } from './day-simulation.ts';
import type { DemoHospital } from './demo-plan.ts';
import { weekdayOf } from './history-days.ts';
import { createRandom } from './random.ts';
import { appointmentEvents, dutyEvents, isBooked } from './staff-events.ts';
import { visitEvents, type PastEvent } from './visit-events.ts';

/** Days before the recorded visits; only their events exist. */
const earlierDays = 320;
/** Demand a year ago, as a share of today’s. */
const beganWith = 0.55;
/** Days before the records at which a week of bad calls began. */
const badLineDaysAgo = 131;

/** Frequent events that no figure uses. */
const uncounted: ReadonlySet<PastEvent['type']> = new Set(['call.opened', 'call.closed'] as const);

interface HistoryDoctor extends ShiftDoctor {
  id: string;
  years: number;
  departments: string[];
}

interface Ground {
  plan: DemoHospital;
  hospitalId: string;
  departmentIds: ReadonlyMap<string, string>;
  doctors: readonly HistoryDoctor[];
  now: Date;
}

/** Returns the events that the visits of the year before a day would have left. */
export function yearBefore(first: string, { plan, hospitalId, departmentIds, doctors, now }: Ground): PastEvent[] {
  const events: PastEvent[] = [];
  for (let ago = earlierDays; ago > 0; ago--) {
    const day = shiftDay(first, -ago);
    const random = createRandom(`${plan.slug} figures ${day}`);
    const midnight = endOfDay(plan.timeZone, shiftDay(day, -1)).getTime();
    const at = (minute: number) => new Date(midnight + Math.round(minute * 60) * 1000);
    const growth = beganWith + (1 - beganWith) * (1 - ago / earlierDays);
    const { departments } = plan;
    const visits = simulateDay(random, {
      weekday: weekdayOf(day),
      visits: plan.visitsADay * growth * seasonOf(day),
      departments,
      doctors,
    });
    const badLine = ago <= badLineDaysAgo && ago > badLineDaysAgo - 7;
    for (const { department, doctor, outcome, created, checkedIn, admitted, ended } of visits) {
      const departmentId = departmentIds.get(department);
      if (!departmentId) continue;
      const createdAt = at(created);
      const own = { hospitalId, departmentId, createdAt };
      const booked = isBooked(own);
      if (booked) events.push(...appointmentEvents({ ...own, practitionerId: doctor.id }));
      const call = { id: newId(), opensAfter: random.between(3, 20), closesAfter: random.between(1, 9) };
      const course = {
        ...own,
        id: newId(),
        kind: booked ? ('booked' as const) : ('walk-in' as const),
        practitioner: { id: doctor.id, prescribes: doctor.years >= 3 },
        outcome,
        checkedInAt: checkedIn === null ? null : at(checkedIn),
        admittedAt: admitted === null ? null : at(admitted),
        endedAt: at(ended),
        call,
        badLine,
      };
      events.push(...visitEvents(course, random, now).filter(({ type }) => !uncounted.has(type)));
    }
    events.push(...dutyEvents(visits, { hospitalId, day, at, now }));
  }
  return events;
}

/** Returns the seasonal factor: highest in the cold season, lowest in August. */
function seasonOf(day: string): number {
  const month = Number(day.slice(5, 7));
  return 1 + 0.14 * Math.cos(((month - 1) / 12) * 2 * Math.PI);
}
