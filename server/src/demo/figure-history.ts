import type { Client } from 'pg';
import { countSubject, RollupCells, type CountedEvent } from '../api/modules/metrics/index.ts';
import { endOfDay, shiftDay } from '../platform/clock.ts';
import { newId } from '../platform/ids.ts';
import { ZoneClock } from '../platform/zone-clock.ts';
import { copyRows } from './bulk-copy.ts';
import { simulateDay, type ShiftDoctor } from './day-simulation.ts';
import type { DemoHospital } from './demo-plan.ts';
import { historyDays, weekdayOf } from './history-days.ts';
import { createRandom } from './random.ts';
import { appointmentEvents, dutyEvents, isBooked } from './staff-events.ts';
import { visitEvents, type PastEvent } from './visit-events.ts';

/** Days before those whose visits stand in the records: of them only the events are there. */
const earlierDays = 320;
/** The hospital had so much of today’s demand a year ago. */
const beganWith = 0.55;
/** Days ago on which a bad week of calls began. */
const badLineDaysAgo = 131;

/** No figure is made of these, and there are many of them. */
const uncounted = new Set(['call.opened', 'call.closed']);

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
  /** Otherwise only what is stored already is counted. */
  year: boolean;
}

/**
 * The year before the records begin, as the events that its visits would have left, with their rollups; by COPY, since these are
 * some hundred thousand rows. `recent` are events that are stored already and wait to be counted: they are counted here with the others.
 */
export async function writeFigureHistory(db: Client, ground: Ground, recent: readonly PastEvent[]): Promise<number> {
  const { plan, hospitalId } = ground;
  const cells = new RollupCells(new ZoneClock(plan.timeZone));
  const events = ground.year ? earlierEvents(ground) : [];
  const subjects = Map.groupBy([...events, ...recent], (event) =>
    event.type === 'duty.changed' ? event.id : (event.visit_id ?? event.entity_id),
  );
  for (const [subject, own] of subjects) cells.add(countSubject(own.map((event) => counted(event, subject))), 1);

  // They are counted above: nothing of them is to wait for it.
  await db.query('ALTER TABLE domain_event DISABLE TRIGGER domain_event_awaits_counting');
  await copyRows(
    db,
    'domain_event',
    ['id', 'hospital_id', 'at', 'type', 'entity_id', 'visit_id', 'department_id', 'practitioner_id', 'facts'],
    rowsOf(events),
  );
  await db.query('ALTER TABLE domain_event ENABLE TRIGGER domain_event_awaits_counting');
  await db.query('DELETE FROM figure_pending WHERE hospital_id = $1 AND event_id = ANY ($2::uuid[])', [
    hospitalId,
    recent.map(({ id }) => id),
  ]);
  await copyRows(
    db,
    'figure_rollup',
    ['hospital_id', 'practitioner_id', 'department_id', 'grain', 'starts', 'tally'],
    cells
      .changes()
      .map(({ practitionerId, departmentId, grain, starts, tally }) => [
        hospitalId,
        practitionerId,
        departmentId,
        grain,
        new Date(starts),
        tally.encode(),
      ]),
  );
  return events.length;
}

const counted = (event: PastEvent, subject: string): CountedEvent => ({
  id: event.id,
  type: event.type,
  at: event.at,
  subject,
  departmentId: event.department_id,
  practitionerId: event.practitioner_id,
  facts: event.facts,
  corrects: null,
});

function* rowsOf(events: readonly PastEvent[]) {
  for (const { id, hospital_id, at, type, entity_id, visit_id, department_id, practitioner_id, facts } of events)
    yield [id, hospital_id, at, type, entity_id, visit_id, department_id, practitioner_id, facts];
}

function earlierEvents({ plan, hospitalId, departmentIds, doctors, now }: Ground): PastEvent[] {
  const events: PastEvent[] = [];
  const first = historyDays(plan.timeZone, now)[0] ?? '';
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

/** More in the season of colds, fewest in August. */
function seasonOf(day: string): number {
  const month = Number(day.slice(5, 7));
  return 1 + 0.14 * Math.cos(((month - 1) / 12) * 2 * Math.PI);
}
