import { medicineClasses } from '@yunzhen/shared/metrics/measures';
import { rejectionReasons } from '@yunzhen/shared/prescribing/prescription';
import type { DomainEventFacts, DomainEventType } from '../api/core/domain-events.ts';
import { newId } from '../platform/ids.ts';
import { inventMeasures } from './call-measures.ts';
import { createRandom, type Random } from './random.ts';

/** The data behind a past visit’s events. */
export interface PastCourse {
  id: string;
  hospitalId: string;
  departmentId: string;
  kind: 'walk-in' | 'booked';
  practitioner: { id: string; prescribes: boolean };
  outcome: 'completed' | 'left' | 'referred-offline' | 'cancelled';
  createdAt: Date;
  checkedInAt: Date | null;
  admittedAt: Date | null;
  endedAt: Date;
  call: { id: string; opensAfter: number; closesAfter: number };
  /** True in a week with bad connections at the hospital. */
  badLine?: boolean;
}

/** A row of `domain_event`. */
export interface PastEvent {
  [column: string]: unknown;
  id: string;
  hospital_id: string;
  at: Date;
  type: DomainEventType;
  entity_id: string;
  visit_id: string | null;
  department_id: string | null;
  practitioner_id: string;
  facts: Record<string, string | number | boolean | null>;
}

type Emit = <Type extends DomainEventType>(
  type: Type,
  at: Date,
  facts: DomainEventFacts[Type],
  entityId?: string,
) => void;

const seconds = (from: Date, to: Date) => Math.round((to.getTime() - from.getTime()) / 1000);
const after = (start: Date, by: number) => new Date(start.getTime() + by * 1000);

/** Returns the events that the visit’s commands would have left up to now. */
export function visitEvents(past: PastCourse, random: Random, now: Date): PastEvent[] {
  const { createdAt, checkedInAt, admittedAt, endedAt, call } = past;
  const events: PastEvent[] = [];
  const emit: Emit = (type, at, facts, entityId = past.id) => {
    if (at > now) return;
    events.push({
      id: newId(),
      hospital_id: past.hospitalId,
      at,
      type,
      entity_id: entityId,
      visit_id: past.id,
      department_id: past.departmentId,
      practitioner_id: past.practitioner.id,
      facts,
    });
  };
  emit('visit.created', createdAt, { kind: past.kind });
  if (!checkedInAt) return (emit('visit.cancelled', endedAt, {}), events);
  emit('visit.checked-in', checkedInAt, {});
  if (!admittedAt) return (emit('visit.left', endedAt, { waitSeconds: seconds(checkedInAt, endedAt) }), events);

  emit('visit.admitted', admittedAt, { waitSeconds: seconds(checkedInAt, admittedAt) });
  const opened = after(admittedAt, call.opensAfter);
  const closed = after(endedAt, call.closesAfter);
  const measures = inventMeasures(seconds(opened, closed), createdAt, past.badLine);
  emit('call.opened', opened, {}, call.id);
  emit('call.closed', closed, { seconds: seconds(opened, closed) }, call.id);
  emit('call.measured', closed, measures);
  if (past.outcome === 'referred-offline') return (emit('visit.referred-offline', endedAt, {}), events);

  addPrescription(past, admittedAt, random, now, emit);
  emit('visit.completed', endedAt, { consultSeconds: seconds(admittedAt, endedAt) });
  addRating(past, measures, seconds(checkedInAt, admittedAt), emit);
  return events;
}

/** Adds a prescription to two of three visits, for the figures. Omits reviews that are still pending. */
function addPrescription(past: PastCourse, admittedAt: Date, random: Random, now: Date, emit: Emit): void {
  const { endedAt, practitioner } = past;
  if (!practitioner.prescribes || !random.chance(0.66)) return;
  const prescriptionId = newId();
  const signed = after(admittedAt, seconds(admittedAt, endedAt) * 0.8);
  const turnaroundSeconds = Math.round(random.logNormal(240, 0.6));
  const decided = after(signed, turnaroundSeconds);
  if (decided > now) return;
  const issues = random.chance(0.22) ? random.between(1, 2) : 0;
  const facts = { items: random.between(1, 3), issues, overrides: issues && random.between(0, issues) };
  emit('prescription.signed', signed, { ...facts, ...inventClasses(past.createdAt, facts) }, prescriptionId);
  if (random.chance(0.055)) {
    const reason = random.pick(rejectionReasons);
    emit('prescription.rejected', decided, { turnaroundSeconds, reason }, prescriptionId);
    return;
  }
  emit('prescription.approved', decided, { turnaroundSeconds }, prescriptionId);
  const own = createRandom(`dispensing of ${past.createdAt.toISOString()}`);
  if (own.chance(0.87)) emit('prescription.dispensed', after(decided, own.logNormal(5400, 0.9)), {}, prescriptionId);
}

const usualClasses = [...'AAABCCCCCDGHJJJMMNNNRRRRS'] as (typeof medicineClasses)[number][];
const antibiotics = ['J01C', 'J01C', 'J01C', 'J01D', 'J01F', 'J01F', 'J01M', 'J01A'] as const;
const checks = [
  'interaction',
  'interaction',
  'dose',
  'dose',
  'allergy',
  'duplicate',
  'age',
  'renal',
  'pregnancy',
] as const;

/** Invents medicine classes of the lines and checks of the alerts; uses its own random sequence, so that the rest of the history does not change. */
function inventClasses(
  bookedAt: Date,
  { items, issues, overrides }: { items: number; issues: number; overrides: number },
) {
  const random = createRandom(`lines of ${bookedAt.toISOString()}`);
  const facts: Partial<DomainEventFacts['prescription.signed']> = {};
  for (let line = 0; line < items; line++) {
    const atc = random.pick(usualClasses);
    facts[`lines.${atc}`] = (facts[`lines.${atc}`] ?? 0) + 1;
    if (random.chance(0.9)) facts[`open-lines.${atc}`] = (facts[`open-lines.${atc}`] ?? 0) + 1;
    if (atc !== 'J' || !random.chance(0.8)) continue;
    const third = random.pick(antibiotics);
    facts[`antibiotic.${third}`] = (facts[`antibiotic.${third}`] ?? 0) + 1;
  }
  for (let issue = 0; issue < issues; issue++) {
    const check = random.pick(checks);
    facts[`alerts.${check}`] = 1;
    if (issue < overrides) facts[`overrides.${check}`] = 1;
  }
  return facts;
}

/** Adds a rating to four of ten visits; a long wait and a bad connection lower it. */
function addRating(past: PastCourse, call: DomainEventFacts['call.measured'], waited: number, emit: Emit): void {
  const random = createRandom(`rating of ${past.createdAt.toISOString()}`);
  if (!random.chance(0.42)) return;
  const mos = (call.mosMedian ?? 400) / 100;
  const points = (mean: number) => Math.min(5, Math.max(1, Math.round(random.logNormal(mean, 0.16))));
  const picture = points(1.6 + mos * 0.75);
  const care = points(4.75 - Math.min(1.2, waited / 2400) - (mos < 3.6 ? 0.5 : 0));
  emit('visit.rated', after(past.endedAt, random.between(30, 1800)), { care, picture });
}
