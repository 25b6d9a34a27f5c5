import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import { countSubject, RollupCells } from '../../../server/src/api/metrics/index.ts';
import { field } from '../../../server/src/demo/bulk-copy.ts';
import { simulateDay } from '../../../server/src/demo/day-simulation.ts';
import { createRandom } from '../../../server/src/demo/random.ts';
import { visitEvents, type PastEvent } from '../../../server/src/demo/visit-events.ts';
import { newId } from '../../../server/src/platform/ids.ts';

export const departmentsOfHospital = 8;
export const doctorsOfHospital = 24;

/** Placeholder ids of a hospital for the simulation of its day. */
const departments = Array.from({ length: departmentsOfHospital }, (_, i) => ({
  code: `d${i}`,
  id: newId(),
  weight: 1 + (i % 3),
}));
const doctors = Array.from({ length: doctorsOfHospital }, (_, i) => ({
  id: newId(),
  place: i,
  departments: [`d${i % departmentsOfHospital}`],
}));
const midnight = Date.UTC(2026, 0, 5);

/** A rollup row of a day: indices instead of ids (−1 for all), hours after midnight. */
export interface DayRow {
  readonly department: number;
  readonly doctor: number;
  readonly grain: number;
  readonly hour: number;
  readonly tally: Uint8Array;
  /** The row in COPY format. */
  readonly field: string;
}

export interface HospitalDay {
  readonly visits: number;
  readonly rows: readonly DayRow[];
}

/** Simulates one day of a hospital: its queues, with events counted as the api counts them. */
export function makeDay(size: number, seed: string): HospitalDay {
  const cells = new RollupCells('UTC');
  const courses = simulateCourses(size, seed, '');
  for (const events of courses) {
    const counted = events.map((event) => ({
      id: event.id,
      type: event.type,
      at: event.at,
      subject: event.visit_id ?? event.entity_id,
      departmentId: event.department_id,
      practitionerId: event.practitioner_id,
      facts: event.facts,
      corrects: null,
    }));
    cells.add(countSubject(counted), 1);
  }
  const placeOf = (ids: readonly { id: string }[], id: string) => ids.findIndex((one) => one.id === id);
  return {
    visits: courses.length,
    // Rows that reach into the next day or month are dropped.
    rows: cells
      .changes()
      .filter(({ grain, starts }) => grain < 2 && starts >= midnight && starts < midnight + DAY_MS)
      .map(({ departmentId, practitionerId, grain, starts, tally }) => ({
        department: placeOf(departments, departmentId),
        doctor: placeOf(doctors, practitionerId),
        grain,
        hour: (starts - midnight) / 3_600_000,
        tally: tally.encode(),
        field: field(tally.encode()),
      })),
  };
}

/** Returns the events of the given number of visits of one day, visit by visit. */
export function simulateCourses(size: number, seed: string, hospitalId: string): PastEvent[][] {
  const random = createRandom(seed);
  const at = (minute: number) => new Date(midnight + Math.round(minute * 60) * 1000);
  return simulateDay(random, { weekday: 3, visits: size, departments, doctors }).map((visit) =>
    visitEvents(
      {
        id: newId(),
        hospitalId,
        departmentId: departments.find(({ code }) => code === visit.department)?.id ?? '',
        practitioner: { id: visit.doctor.id, prescribes: true },
        kind: random.chance(0.3) ? 'booked' : 'walk-in',
        outcome: visit.outcome,
        createdAt: at(visit.created),
        checkedInAt: visit.checkedIn === null ? null : at(visit.checkedIn),
        admittedAt: visit.admitted === null ? null : at(visit.admitted),
        endedAt: at(visit.ended),
        call: { id: newId(), opensAfter: 9, closesAfter: 4 },
      },
      random,
      new Date(midnight + 7 * DAY_MS),
    ),
  );
}
