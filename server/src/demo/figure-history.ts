import type { Client } from 'pg';
import { countSubject, RollupCells, type CountedEvent, type RollupCell } from '../api/metrics/index.ts';
import { copyRows } from './bulk-copy.ts';
import type { PastEvent } from './visit-events.ts';

/** Counts the stored, pending events of a new hospital at once, by COPY. */
export async function countHistory(
  db: Client,
  hospital: { id: string; timeZone: string },
  events: readonly PastEvent[],
): Promise<void> {
  const cells = new RollupCells(hospital.timeZone);
  for (const own of bySubject(events)) cells.add(countSubject(own), 1);
  await db.query('DELETE FROM figure_pending WHERE hospital_id = $1 AND event_id = ANY ($2::uuid[])', [
    hospital.id,
    events.map(({ id }) => id),
  ]);
  await copyRollups(db, hospital.id, cells.changes());
}

/** Groups events for counting: those of a visit or an appointment together, each duty change separately. */
export function bySubject(events: readonly PastEvent[]): CountedEvent[][] {
  const subjects = Map.groupBy(events, (event) =>
    event.type === 'duty.changed' ? event.id : (event.visit_id ?? event.entity_id),
  );
  return [...subjects].map(([subject, own]) => own.map((event) => counted(event, subject)));
}

export function copyRollups(db: Client, hospitalId: string, cells: readonly RollupCell[]): Promise<void> {
  return copyRows(
    db,
    'figure_rollup',
    ['hospital_id', 'practitioner_id', 'department_id', 'grain', 'starts', 'tally'],
    cells.map(({ practitionerId, departmentId, grain, starts, tally }) => [
      hospitalId,
      practitionerId,
      departmentId,
      grain,
      new Date(starts),
      tally.encode(),
    ]),
  );
}

export function copyEvents(db: Client, events: readonly PastEvent[]): Promise<void> {
  return copyRows(
    db,
    'domain_event',
    ['id', 'hospital_id', 'at', 'type', 'entity_id', 'visit_id', 'department_id', 'practitioner_id', 'facts'],
    rowsOf(events),
  );
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
