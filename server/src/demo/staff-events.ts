import { HOUR_MS } from '@yunzhen/shared/core/time/duration';
import { newId } from '../platform/ids.ts';
import type { SimulatedVisit } from './day-simulation.ts';
import { createRandom } from './random.ts';
import type { PastEvent } from './visit-events.ts';

interface Ground {
  hospitalId: string;
  day: string;
  /** Returns the instant of a minute of the day. */
  at: (minute: number) => Date;
  now: Date;
}

/** Returns duty changes: doctors start before their first patient of the day and end after their last. */
export function dutyEvents(
  visits: readonly SimulatedVisit<{ id: string; departments: readonly string[] }>[],
  { hospitalId, day, at, now }: Ground,
): PastEvent[] {
  return [...Map.groupBy(visits, ({ doctor }) => doctor.id)].flatMap(([id, own]) => {
    const random = createRandom(`duty ${id} ${day}`);
    const from = at(Math.min(...own.map(({ created }) => created)) - random.between(5, 40));
    const until = at(Math.max(...own.map(({ ended }) => ended)) + random.between(5, 40));
    if (until > now) return [];
    const dutySeconds = Math.round((until.getTime() - from.getTime()) / 1000);
    const row = { hospital_id: hospitalId, type: 'duty.changed', entity_id: id, visit_id: null } as const;
    const whose = { department_id: null, practitioner_id: id };
    return [
      { id: newId(), ...row, ...whose, at: from, facts: { onDuty: true, dutySeconds: null } },
      { id: newId(), ...row, ...whose, at: until, facts: { onDuty: false, dutySeconds } },
    ];
  });
}

interface Booking {
  hospitalId: string;
  departmentId: string;
  practitionerId: string;
  createdAt: Date;
}

/** Three of ten visits were booked some days before; per twelve of those one patient does not come, and per nine one moves. */
export function isBooked({ createdAt }: Pick<Booking, 'createdAt'>): boolean {
  return createRandom(`booking of ${createdAt.toISOString()}`).chance(0.3);
}

/** Returns the appointment events of a booked visit, and occasionally those of a cancelled one. */
export function appointmentEvents({ hospitalId, departmentId, practitionerId, createdAt }: Booking): PastEvent[] {
  const random = createRandom(`appointment of ${createdAt.toISOString()}`);
  const of = (entityId: string, type: PastEvent['type'], at: Date, facts: PastEvent['facts']): PastEvent => ({
    id: newId(),
    hospital_id: hospitalId,
    at,
    type,
    entity_id: entityId,
    visit_id: null,
    department_id: departmentId,
    practitioner_id: practitionerId,
    facts,
  });
  const hours = (count: number) => new Date(createdAt.getTime() - count * HOUR_MS);
  const kept = newId();
  const leadHours = random.between(6, 140);
  const events = [of(kept, 'appointment.booked', hours(leadHours), { offered: false, leadHours })];
  if (random.chance(0.11)) events.push(of(kept, 'appointment.rescheduled', hours(leadHours / 2), { late: false }));
  const missed = newId();
  if (random.chance(0.08)) {
    events.push(of(missed, 'appointment.booked', hours(leadHours + 1), { offered: false, leadHours: leadHours + 1 }));
    events.push(of(missed, 'appointment.no-show', createdAt, {}));
  }
  return events;
}
