import { DAY_MS } from '@yunzhen/shared/core/time/duration';
import type { Pool, PoolClient } from 'pg';
import { createRandom, type Random } from '../../../server/src/demo/random.ts';
import { newId } from '../../../server/src/platform/ids.ts';
import { rejectionReasons } from '../../../shared/src/prescribing/prescription.ts';

export interface RandomEvent {
  id: string;
  at: Date;
  type: string;
  visitId: string | null;
  entityId: string;
  departmentId: string | null;
  practitionerId: string | null;
  facts: Record<string, unknown>;
  corrects: string | null;
}

interface Ground {
  from: Date;
  days: number;
  departments: readonly string[];
  doctors: readonly string[];
}

/** Returns the events of `visits` visits with everything that may happen, some corrected, some withdrawn; the same seed gives the same events. */
export function randomEvents(seed: string, visits: number, ground: Ground): RandomEvent[] {
  const random = createRandom(seed);
  return [
    ...Array.from({ length: visits }, () => visitEvents(random, ground)).flat(),
    ...Array.from({ length: Math.ceil(visits / 6) }, () => dutyEvents(random, ground)).flat(),
    ...Array.from({ length: Math.ceil(visits / 4) }, () => appointmentEvents(random, ground)).flat(),
  ];
}

const momentOf = (random: Random, { from, days }: Ground) =>
  new Date(from.getTime() + Math.floor(random.next() * days * DAY_MS));

function visitEvents(random: Random, ground: Ground): RandomEvent[] {
  const visitId = newId();
  const departmentId = random.pick(ground.departments);
  const practitionerId = random.pick(ground.doctors);
  const events: RandomEvent[] = [];
  let at = momentOf(random, ground);
  const later = (seconds: number) => (at = new Date(at.getTime() + Math.round(seconds * 1000)));
  const add = (
    type: string,
    facts: Record<string, unknown> = {},
    corrects: string | null = null,
    entityId = visitId,
  ) => {
    const event = { id: newId(), at, type, visitId, entityId, departmentId, practitionerId, facts, corrects };
    events.push(event);
    return event;
  };
  add('visit.created', { kind: random.chance(0.4) ? 'booked' : 'walk-in' });
  if (random.chance(0.1)) return (add('visit.cancelled'), events);
  later(random.between(0, 600));
  add('visit.checked-in');
  const waitSeconds = Math.round(random.logNormal(400, 1));
  later(waitSeconds);
  if (random.chance(0.1)) return (add('visit.left', { waitSeconds }), events);
  const admitted = add('visit.admitted', { waitSeconds });
  if (random.chance(0.08)) add('visit.admitted', { waitSeconds: random.between(0, 30) }, admitted.id);
  const consultSeconds = random.between(0, 7200);
  later(consultSeconds);
  const call = {
    measuredSeconds: random.between(0, 3000),
    audioOnlySeconds: random.between(0, 100),
    mosMedian: random.chance(0.1) ? null : random.between(100, 450),
    drops: random.chance(0.2) ? random.between(1, 3) : 0,
    recoveryMedianMs: random.chance(0.2) ? random.between(0, 9000) : null,
    firstPictureMs: random.chance(0.9) ? random.between(1, 5000) : null,
  };
  if (random.chance(0.9)) add('call.measured', call);
  if (random.chance(0.1)) return (add('visit.referred-offline'), events);
  for (let left = random.between(0, 2); left > 0; left--) prescription(random, add, later);
  const completed = add('visit.completed', { consultSeconds });
  if (random.chance(0.05)) add('event.withdrawn', {}, completed.id);
  for (let left = random.between(0, 2); left > 0; left--) {
    later(random.between(10, 200_000));
    add('visit.rated', {
      care: random.chance(0.9) ? random.between(1, 5) : null,
      picture: random.chance(0.8) ? random.between(1, 5) : null,
    });
  }
  return events;
}

function prescription(
  random: Random,
  add: (type: string, facts?: Record<string, unknown>, corrects?: null, entityId?: string) => unknown,
  later: (seconds: number) => unknown,
): void {
  const id = newId();
  const items = random.between(1, 4);
  add(
    'prescription.signed',
    {
      items,
      issues: random.between(0, 1),
      overrides: random.between(0, 1),
      'lines.J': items,
      'open-lines.J': random.between(0, items),
      'antibiotic.J01C': random.between(0, items),
      'alerts.dose': 1,
      'overrides.dose': random.between(0, 1),
    },
    null,
    id,
  );
  const turnaroundSeconds = random.between(0, 4000);
  later(turnaroundSeconds);
  if (random.chance(0.2))
    return void add('prescription.rejected', { turnaroundSeconds, reason: random.pick(rejectionReasons) }, null, id);
  add('prescription.approved', { turnaroundSeconds }, null, id);
  later(random.between(60, 300_000));
  if (random.chance(0.6)) add('prescription.dispensed', {}, null, id);
}

function dutyEvents(random: Random, ground: Ground): RandomEvent[] {
  const practitionerId = random.pick(ground.doctors);
  const at = momentOf(random, ground);
  const facts = { onDuty: false, dutySeconds: random.between(1, 100_000) };
  const own = { visitId: null, entityId: practitionerId, departmentId: null, practitionerId, corrects: null };
  return [
    {
      ...own,
      id: newId(),
      type: 'duty.changed',
      at: new Date(at.getTime() - 1000),
      facts: { onDuty: true, dutySeconds: null },
    },
    { ...own, id: newId(), type: 'duty.changed', at, facts },
  ];
}

function appointmentEvents(random: Random, ground: Ground): RandomEvent[] {
  const types = ['appointment.booked', 'appointment.rescheduled', 'appointment.cancelled', 'appointment.no-show'];
  const own = { visitId: null, entityId: newId(), departmentId: random.pick(ground.departments), corrects: null };
  const practitionerId = random.pick(ground.doctors);
  return Array.from({ length: random.between(1, 3) }, () => ({
    ...own,
    id: newId(),
    type: random.pick(types),
    at: momentOf(random, ground),
    practitionerId,
    facts: {},
  }));
}

/** Returns the same events in another order, as late events arrive. */
export function shuffled<Item>(seed: string, items: readonly Item[]): Item[] {
  const random = createRandom(seed);
  return items
    .map((item) => ({ item, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

export async function storeEvents(
  db: Pool | PoolClient,
  hospitalId: string,
  events: readonly RandomEvent[],
): Promise<void> {
  await db.query(
    `INSERT INTO domain_event (id, hospital_id, at, type, entity_id, visit_id, department_id, practitioner_id, facts, corrects)
     SELECT e.id, $1, e.at, e.type, e."entityId", e."visitId", e."departmentId", e."practitionerId", e.facts, e.corrects
     FROM jsonb_to_recordset($2) AS e(id uuid, at timestamptz, type text, "entityId" uuid, "visitId" uuid, "departmentId" uuid,
       "practitionerId" uuid, facts jsonb, corrects uuid)`,
    [hospitalId, JSON.stringify(events)],
  );
}
